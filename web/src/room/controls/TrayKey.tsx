import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { Counter } from "../../ui/Badge";
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
  counter?: number;
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
      {words && <span className="max-w-full truncate">{word ?? name}</span>}
      {counter !== undefined && counter > 0 && (
        <span aria-hidden className="absolute top-1 left-1/2 ml-0.5">
          <Counter count={counter} />
        </span>
      )}
    </button>
  );
  return words ? button : <Tooltip text={shortcut ? `${name} (${shortcut})` : name}>{button}</Tooltip>;
}
