/** A QR code, dark on white in every theme: scanners want it so. Four modules of quiet around it. */
export function QrPicture({
  qr: { size, path },
  label,
}: {
  qr: { size: number; path: string };
  label: string;
}) {
  const side = size + 8;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${side} ${side}`}
      shapeRendering="crispEdges"
      className="size-[200px] self-center rounded-control bg-white shadow-e1"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
