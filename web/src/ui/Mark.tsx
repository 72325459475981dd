import { cx } from "./cx";

/** The mark: two people face each other over a gap. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden className="shrink-0">
      <path
        className="fill-mark-a"
        d="M7 3h6.5A1.5 1.5 0 0 1 15 4.5v23a1.5 1.5 0 0 1-1.5 1.5h-1A7.5 7.5 0 0 1 5 21.5V5a2 2 0 0 1 2-2Z"
      />
      <path
        className="fill-mark-b"
        d="M18.5 3H19a9 9 0 0 1 0 18h-.5a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 18.5 3Z"
      />
    </svg>
  );
}

/** Mark and name. `size` is the font size in pixels. */
export function Wordmark({ size = 21, className }: { size?: number; className?: string }) {
  return (
    <span
      style={{ fontSize: size }}
      className={cx(
        "inline-flex items-center gap-[0.43em] leading-none tracking-[-0.03em] text-ink",
        className,
      )}
    >
      <Mark size={Math.round(size * 1.24)} />
      <span className="[font-weight:650]">Parley</span>
    </span>
  );
}
