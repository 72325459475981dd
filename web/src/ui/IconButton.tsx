import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { buttonClass, type ButtonKind, type ButtonSize } from "./buttonClass";
import { cx } from "./cx";
import { Tooltip } from "./Tooltip";

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label" | "children"> & {
  icon: LucideIcon;
  /** Its accessible name, and what the tooltip says. */
  label: string;
  kind?: ButtonKind;
  size?: ButtonSize;
  /** False where the name already stands on the screen. */
  tooltip?: boolean;
};

/** A button that is only an icon: it always has a name, and shows it after half a second. */
export function IconButton({
  icon: Icon,
  label,
  kind = "quiet",
  size = "normal",
  tooltip = true,
  className,
  ...rest
}: IconButtonProps) {
  const button = (
    <button
      type="button"
      aria-label={label}
      {...rest}
      className={cx(buttonClass(kind, size, true), className)}
    >
      <Icon className={size === "dense" ? "size-[18px]" : "size-5"} strokeWidth={1.75} aria-hidden />
    </button>
  );
  return tooltip ? <Tooltip text={label}>{button}</Tooltip> : button;
}
