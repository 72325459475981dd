import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

export type Tone = "plain" | "ok" | "lamp" | "live" | "verified" | "warn";

const tones: Record<Tone, string> = {
  plain: "bg-well text-ink-2",
  ok: "bg-baize-tint text-baize-text",
  lamp: "bg-lamp-tint text-lamp-text",
  live: "bg-live-tint text-live-text",
  verified: "bg-verified-tint text-verified",
  warn: "bg-warn-tint text-warn",
};

/** A word about a thing, with an icon or a dot: never colour alone. */
export function Badge({
  tone = "plain",
  icon: Icon,
  dot,
  children,
}: {
  tone?: Tone;
  icon?: LucideIcon;
  dot?: boolean;
  children: ReactNode;
}) {
  return (
    <span
      className={cx(
        "inline-flex h-[22px] items-center gap-[5px] rounded-chip px-2 text-tiny font-firm whitespace-nowrap tabular-nums",
        tones[tone],
      )}
    >
      {Icon && <Icon className="size-3.5" strokeWidth={2} aria-hidden />}
      {dot && <span className="size-2 rounded-full bg-current" aria-hidden />}
      {children}
    </span>
  );
}

/** How many wait for you: a lamp disc. */
export function Counter({ count, className }: { count: number; className?: string }) {
  return (
    <span
      className={cx(
        "grid h-[18px] min-w-[18px] place-items-center rounded-full bg-lamp px-[5px] text-[11.5px] leading-none font-bold text-on-lamp tabular-nums",
        className,
      )}
    >
      {count > 99 ? "99+" : count}
    </span>
  );
}
