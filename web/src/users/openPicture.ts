import type { Crop, Size } from "./crop";

/** A picture that somebody chose, decoded by the browser: turned the right way up, in whatever format it knows. */
export type OpenPicture = Size & { bitmap: ImageBitmap; address: string };

const LARGEST_SIDE = 1024;
const QUALITY = 0.92;

/** Null for what is no picture. */
export async function openPicture(file: Blob): Promise<OpenPicture | null> {
  try {
    const bitmap = await createImageBitmap(file);
    if (Math.min(bitmap.width, bitmap.height) < 16) return null;
    return { bitmap, width: bitmap.width, height: bitmap.height, address: URL.createObjectURL(file) };
  } catch {
    return null;
  }
}

export function closePicture({ bitmap, address }: OpenPicture): void {
  bitmap.close();
  URL.revokeObjectURL(address);
}

/** The crop as a JPEG of at most 1024 pixels a side. Nothing but pixels goes into it: no place, no camera. */
export async function drawn({ bitmap }: OpenPicture, { x, y, side }: Crop): Promise<Blob> {
  const pixels = Math.max(64, Math.min(LARGEST_SIDE, Math.round(side)));
  const canvas = document.createElement("canvas");
  canvas.width = pixels;
  canvas.height = pixels;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.imageSmoothingQuality = "high";
  pen.fillStyle = "white";
  pen.fillRect(0, 0, pixels, pixels);
  pen.drawImage(bitmap, x - side / 2, y - side / 2, side, side, 0, 0, pixels, pixels);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (bytes) => (bytes ? resolve(bytes) : reject(new Error("not drawn"))),
      "image/jpeg",
      QUALITY,
    ),
  );
}
