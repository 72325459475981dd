import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

const looks = {
  error: { icon: CircleAlert, colours: "bg-live-tint text-live-text" },
  warn: { icon: TriangleAlert, colours: "bg-warn-tint text-warn" },
  info: { icon: Info, colours: "bg-well text-ink-2" },
};

/** Something to know that stays in its place: an icon and a sentence. Errors are announced. */
export function Notice({
  tone,
  children,
  action,
}: {
  tone: keyof typeof looks;
  children: ReactNode;
  action?: ReactNode;
}) {
  const { icon: Icon, colours } = looks[tone];
  return (
    <div
      role={tone === "error" ? "alert" : undefined}
      className={cx(
        "flex flex-wrap items-center gap-x-2.5 gap-y-2 rounded-control px-3.5 py-3 text-[14px] leading-5",
        colours,
      )}
    >
      <div className="flex min-w-0 flex-1 basis-52 items-start gap-2.5">
        <Icon className="mt-px size-[18px] shrink-0" strokeWidth={1.75} aria-hidden />
        <div className="min-w-0 flex-1">{children}</div>
      </div>
      {action}
    </div>
  );
}
