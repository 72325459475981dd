import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "../../ui/cx";
import { Tooltip } from "../../ui/Tooltip";

export type KeyLook = "plain" | "on" | "off" | "active" | "lamp" | "leave";

type TrayKeyProps = Omit<ComponentProps<"button">, "children"> & {
  icon: LucideIcon;
  /** The accessible name; it never changes with the state. */
  name: string;
  /** What stands under the icon, where that is not the name. */
  word?: string;
  look?: KeyLook;
  pressed?: boolean;
  /** How many wait for you: a lamp disc. */
  counter?: number;
  /** Stands behind the word. */
  amount?: number;
  /** Whether the word is shown. */
  words: boolean;
  shortcut?: string;
  phone?: boolean;
};

/** One control of the tray: icon over word. */
export function TrayKey(props: TrayKeyProps) {
  const {
    icon: Icon,
    name,
    word,
    look = "plain",
    pressed,
    counter,
    amount,
    words,
    shortcut,
    phone,
    className,
    ...rest
  } = props;
  const button = (
    <button
      type="button"
      aria-label={name}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      data-tray
      data-look={look}
      {...rest}
      className={cx(
        "room-key relative flex flex-col items-center justify-center gap-0.5 text-[11.5px] leading-[14px] font-medium",
        phone ? "h-[58px] min-w-0 flex-1 rounded-[15px]" : "h-[52px] rounded-main px-2",
        phone && look === "plain" && "room-key-plain",
        !phone && (words ? "min-w-16" : "min-w-13"),
        className,
      )}
    >
      <Icon className="size-[21px]" strokeWidth={1.75} aria-hidden />
      {/* Numbers and short forms are drawn by the style sheet: what is read on a key must be part of its name. */}
      {words && (
        <span data-amount={amount} data-word={word} className="room-key-word max-w-full truncate">
          {word ? null : name}
        </span>
      )}
      {counter !== undefined && counter > 0 && (
        <span aria-hidden className="room-key-counter" data-count={counter > 99 ? "99+" : counter} />
      )}
    </button>
  );
  return words || phone ? (
    button
  ) : (
    <Tooltip text={shortcut ? `${name} (${shortcut})` : name}>{button}</Tooltip>
  );
}
