import type { LucideIcon } from "lucide-react";
import { Popover } from "radix-ui";
import { useState, type ReactNode } from "react";
import { Link, NavLink, useLocation } from "react-router";
import { Counter } from "./Badge";
import { cx } from "./cx";
import { Mark, Wordmark } from "./Mark";
import { SkipLink } from "./SkipLink";

export type NavItem = {
  to: string;
  label: string;
  icon: LucideIcon;
  /** Lit only at this very address, not at those below it. */
  end?: boolean;
  /** Stands in the bar of phones only; elsewhere a group says the same. */
  phoneOnly?: boolean;
  /** How many wait there; said after the name. */
  count?: number;
  /** What it opens at the left, instead of going there. On phones there is no room for it. */
  panel?: (close: () => void) => ReactNode;
};

/** Pages that belong together, under a heading of their own. */
export type NavGroup = { label: string; items: NavItem[] };

type PageShellProps = {
  home: string;
  /** A narrower navigation and no space around the page, for screens full of rows. */
  dense?: boolean;
  /** Beside the mark on phones. */
  title?: string;
  items: NavItem[];
  /** Below the items at the left. On phones `items` has one entry that leads to the group, and the pages show the rest. */
  groups?: NavGroup[];
  /** At the foot of the navigation, and at the right of the bar on phones. */
  me: (place: "side" | "bar") => ReactNode;
  children: ReactNode;
};

/** Navigation at the left (at the bottom on phones), the page beside it. */
export function PageShell({ home, dense, title, items, groups = [], me, children }: PageShellProps) {
  const main = items.filter((item) => !item.phoneOnly);
  return (
    <div
      className={cx(
        "tablet:grid tablet:min-h-dvh tablet:grid-cols-[76px_minmax(0,1fr)]",
        dense ? "desk:grid-cols-[200px_minmax(0,1fr)]" : "desk:grid-cols-[236px_minmax(0,1fr)]",
      )}
    >
      <SkipLink />
      <header className="flex h-15 items-center px-4 tablet:hidden">
        <Link to={home} aria-label="Parley, home">
          <Mark />
        </Link>
        <span className="flex-1 px-3 font-bold">{title}</span>
        {me("bar")}
      </header>
      <aside className="sticky top-0 hidden h-dvh flex-col gap-0.5 border-r border-line px-3.5 pt-5 pb-4 tablet:flex">
        <Link to={home} aria-label="Parley, home" className="self-start px-2.5 pt-0.5 pb-5">
          <Wordmark className="max-desk:hidden" />
          <span className="desk:hidden">
            <Mark />
          </span>
        </Link>
        <div className="-mx-3.5 flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-3.5 pb-2">
          {main.length > 0 && <SideLinks label="Main" items={main} />}
          {groups.map((group) => (
            <div key={group.label}>
              <div aria-hidden className="px-2.5 pb-1.5 text-tiny font-bold text-ink-3 max-desk:sr-only">
                {group.label}
              </div>
              <SideLinks label={group.label} items={group.items} />
            </div>
          ))}
        </div>
        {me("side")}
      </aside>
      <main
        id="main"
        tabIndex={-1}
        className={cx(
          "min-w-0 outline-none",
          dense
            ? "pb-[calc(60px+env(safe-area-inset-bottom))] tablet:pb-0"
            : "px-4 pb-28 tablet:px-6 tablet:pb-10 desk:px-10",
        )}
      >
        {children}
      </main>
      <BottomLinks items={items} />
    </div>
  );
}

const sideRow =
  "relative flex h-[38px] items-center gap-[11px] rounded-[9px] px-2.5 pointer-coarse:h-11 max-desk:justify-center";
const sideLit = "bg-paper font-bold text-ink shadow-e1 [&_svg]:text-baize-text";
const sideUnlit = "font-medium text-ink-2 hover:bg-well hover:text-ink";

function SideLinks({ label, items }: { label: string; items: NavItem[] }) {
  return (
    <nav aria-label={label} className="flex flex-col gap-0.5">
      {items.map((item) =>
        item.panel ? (
          <PanelOpener key={item.to} item={item} panel={item.panel} />
        ) : (
          <NavLink
            key={item.to}
            to={item.to}
            end={item.end}
            className={({ isActive }) => cx(sideRow, isActive ? sideLit : sideUnlit)}
          >
            <SideSign item={item} />
          </NavLink>
        ),
      )}
    </nav>
  );
}

function PanelOpener({ item, panel }: { item: NavItem; panel: (close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false);
  const isActive = useLocation().pathname === item.to;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        className={cx(sideRow, "cursor-pointer text-left", isActive || open ? sideLit : sideUnlit)}
      >
        <SideSign item={item} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="right"
          align="start"
          sideOffset={14}
          collisionPadding={8}
          aria-label={item.label}
          className="z-50 origin-(--radix-popover-content-transform-origin) animate-menu rounded-card bg-paper shadow-e2 outline-none"
        >
          {panel(() => setOpen(false))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function SideSign({ item: { icon: Icon, label, count = 0 } }: { item: NavItem }) {
  return (
    <>
      <Icon className="size-[19px] shrink-0" strokeWidth={1.75} aria-hidden />
      <span className="flex-1 max-desk:sr-only">{label}</span>
      <Waiting count={count} className="max-desk:absolute max-desk:top-0.5 max-desk:left-[52%]" />
    </>
  );
}

function BottomLinks({ items }: { items: NavItem[] }) {
  return (
    <nav
      aria-label="Main"
      data-bottom-bar
      className="fixed inset-x-0 bottom-0 z-30 flex h-[calc(60px+env(safe-area-inset-bottom))] border-t border-line bg-paper px-2 pb-[env(safe-area-inset-bottom)] tablet:hidden"
    >
      {items.map(({ to, label, icon: Icon, end, count = 0 }) => (
        <NavLink
          key={to}
          to={to}
          end={end}
          className={({ isActive }) =>
            cx(
              "relative flex flex-1 flex-col items-center justify-center gap-[3px] rounded-control text-[12px] leading-[14px] focus-visible:outline-offset-[-4px]",
              isActive ? "font-bold text-baize-text" : "font-medium text-ink-3",
            )
          }
        >
          <Icon className="size-5" strokeWidth={1.75} aria-hidden />
          <span>{label}</span>
          <Waiting count={count} className="absolute top-1.5 left-1/2 ml-1" />
        </NavLink>
      ))}
    </nav>
  );
}

/** How many wait, as a disc that is read as "2 unread". */
function Waiting({ count, className }: { count: number; className: string }) {
  if (count === 0) return null;
  return (
    <span className={className}>
      <span className="sr-only"> </span>
      <Counter count={count} />
      <span className="sr-only"> unread</span>
    </span>
  );
}
