import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { Link } from "react-router";
import { buttonClass, type ButtonKind, type ButtonSize } from "./buttonClass";
import { cx } from "./cx";
import { Spinner } from "./Spinner";

type Look = { kind?: ButtonKind; size?: ButtonSize; icon?: LucideIcon };

type ButtonProps = ComponentProps<"button"> &
  Look & {
    /** Work is under way: the label stays, a spinner stands for the icon, and presses do nothing. */
    busy?: boolean;
  };

/** A button with words. One primary per view. */
export function Button({
  kind,
  size,
  icon,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={cx(buttonClass(kind, size), "relative", className)}
    >
      <Sign icon={icon} size={size} busy={busy} />
      <span className={cx(busy && !icon && "opacity-0")}>{children}</span>
      {busy && !icon && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner className="size-[18px]" />
        </span>
      )}
    </button>
  );
}

function Sign({ icon: Icon, size, busy }: Look & { busy: boolean }) {
  if (!Icon) return null;
  const pixels = size === "dense" ? "size-4" : "size-[18px]";
  return busy ? <Spinner className={pixels} /> : <Icon className={pixels} strokeWidth={1.75} aria-hidden />;
}

type ButtonLinkProps = ComponentProps<typeof Link> & Look;

/** A link that looks like a button. */
export function ButtonLink({ kind, size, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={cx(buttonClass(kind, size), className)}>
      <Sign icon={icon} size={size} busy={false} />
      <span>{children}</span>
    </Link>
  );
}
