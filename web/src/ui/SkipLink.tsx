/** The first stop of the keyboard: past the navigation, to the page itself. */
export function SkipLink({ to = "main", children = "To the page" }: { to?: string; children?: string }) {
  return (
    <a
      href={`#${to}`}
      className="absolute top-2 left-2 z-80 -translate-y-20 rounded-control bg-ink px-4 py-2.5 font-firm text-wall focus:translate-y-0"
    >
      {children}
    </a>
  );
}
