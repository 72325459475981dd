import { Check, type LucideIcon } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx";

type MenuProps = {
  /** The button that opens it. */
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "left" | "right";
  /** Accessible name, where the trigger's would not do. */
  label?: string;
  className?: string;
  children: ReactNode;
};

/** A menu under (or over) a button. Not modal: the page behind stays alive. */
export function Menu({ trigger, align = "end", side, label, className, children }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
          className={cx(
            "z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 origin-(--radix-dropdown-menu-content-transform-origin) animate-menu overflow-y-auto rounded-card bg-paper p-1 text-[14px] shadow-e2",
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const row =
  "flex min-h-9 pointer-coarse:min-h-11 cursor-pointer select-none items-center gap-2.5 rounded-[10px] px-2.5 py-1.5 outline-none " +
  "data-highlighted:bg-well data-disabled:cursor-not-allowed data-disabled:text-ink-3";

type MenuItemProps = {
  icon?: LucideIcon;
  onSelect?: () => void;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  /** The menu stays open after it was chosen. */
  keepOpen?: boolean;
  /** A link instead of a deed: the single child is the anchor. */
  asChild?: boolean;
  children: ReactNode;
};

export function MenuItem({
  icon: Icon,
  onSelect,
  shortcut,
  danger,
  disabled,
  keepOpen,
  asChild,
  children,
}: MenuItemProps) {
  const look = cx(row, danger && "text-live-text data-highlighted:bg-live-tint");
  if (asChild) {
    return (
      <Radix.Item asChild onSelect={onSelect} disabled={disabled} className={look}>
        {children}
      </Radix.Item>
    );
  }
  return (
    <Radix.Item onSelect={keepOpen ? staying(onSelect) : onSelect} disabled={disabled} className={look}>
      {Icon && <Icon className="size-4 shrink-0" strokeWidth={1.75} aria-hidden />}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {shortcut && <kbd className="font-mono text-[12px] text-ink-3">{shortcut}</kbd>}
    </Radix.Item>
  );
}

function staying(onSelect?: () => void): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    onSelect?.();
  };
}

/** One of several, with a tick on the chosen one. */
export function MenuChoice({
  value,
  onChange,
  children,
}: {
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}) {
  return (
    <Radix.RadioGroup value={value} onValueChange={onChange}>
      {children}
    </Radix.RadioGroup>
  );
}

export function MenuOption({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Radix.RadioItem value={value} className={cx(row, "pl-9 relative")}>
      <Radix.ItemIndicator className="absolute left-2.5">
        <Check className="size-4 text-baize-text" strokeWidth={2} aria-hidden />
      </Radix.ItemIndicator>
      <span className="min-w-0 flex-1 truncate">{children}</span>
    </Radix.RadioItem>
  );
}

/** One of a few short values, side by side. The menu stays open. */
export function MenuSegments({
  label,
  values,
  value,
  onChange,
}: {
  label: string;
  values: readonly string[];
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Radix.RadioGroup
      aria-label={label}
      value={value}
      onValueChange={onChange}
      className="mx-2.5 mb-1.5 flex rounded-[10px] bg-well p-[3px]"
    >
      {values.map((one) => (
        <Radix.RadioItem
          key={one}
          value={one}
          onSelect={(event) => event.preventDefault()}
          className="grid h-8 min-w-8 flex-1 cursor-pointer place-items-center rounded-[7px] text-[14px] text-ink-2 tabular-nums outline-none data-highlighted:text-ink data-[state=checked]:bg-paper data-[state=checked]:font-bold data-[state=checked]:text-ink data-[state=checked]:shadow-e1 data-highlighted:[outline:2px_solid_var(--focus)]"
        >
          {one}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function MenuLine() {
  return <Radix.Separator className="mx-2.5 my-1 h-px bg-line" />;
}

export function MenuTitle({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2.5 pt-2 pb-1 text-tiny font-medium text-ink-3">{children}</Radix.Label>;
}
