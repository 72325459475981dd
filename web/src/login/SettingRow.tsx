import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type SettingRowProps = {
  icon: LucideIcon;
  title: ReactNode;
  /** One sentence under it: how it stands. */
  state: ReactNode;
  action?: ReactNode;
};

/** A card of rows with lines between them, under a heading. */
export function SettingCard({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <div className="mb-2.5 flex min-h-8 items-center justify-between gap-3">
        <h2 className="text-h3">{title}</h2>
        {aside}
      </div>
      <div className="divide-y divide-line rounded-card bg-paper px-4 shadow-e1 tablet:px-[22px]">
        {children}
      </div>
    </section>
  );
}

/** One thing with its state, and what can be done about it at the right. */
export function SettingRow({ icon: Icon, title, state, action }: SettingRowProps) {
  return (
    <div className="flex items-center gap-4 py-3.5 tablet:py-4">
      <span className="grid size-[38px] shrink-0 place-items-center rounded-control bg-well text-ink-2">
        <Icon className="size-5" strokeWidth={1.75} aria-hidden />
      </span>
      <div className="min-w-0 flex-1">
        <div className="font-firm">{title}</div>
        <div className="text-[14px] leading-5 text-ink-2">{state}</div>
      </div>
      {action}
    </div>
  );
}
