import { cx } from "./cx";

export type ButtonKind = "primary" | "secondary" | "soft" | "quiet" | "danger" | "danger-quiet";
export type ButtonSize = "dense" | "normal" | "main";

const base =
  "inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap font-firm tracking-[-0.005em] " +
  "transition-[background-color,color,opacity,transform] duration-120 ease-out active:not-disabled:scale-[0.985] " +
  "disabled:cursor-not-allowed disabled:opacity-50";

const kinds: Record<ButtonKind, string> = {
  primary: "raised bg-baize text-on-baize hover:not-disabled:bg-baize-2",
  secondary: "edged bg-paper text-ink hover:not-disabled:bg-well",
  soft: "lined bg-paper text-ink hover:not-disabled:bg-well",
  quiet: "bg-transparent text-ink-2 hover:not-disabled:bg-well hover:not-disabled:text-ink",
  danger: "raised bg-live text-on-live hover:not-disabled:bg-live-2",
  "danger-quiet": "bg-transparent text-live-text hover:not-disabled:bg-live-tint",
};

const sizes: Record<ButtonSize, string> = {
  dense: "h-8 rounded-[8px] text-[14px] max-tablet:h-9 pointer-coarse:min-h-11",
  normal: "h-10 rounded-control text-[15px] max-tablet:h-11 pointer-coarse:min-h-11",
  main: "h-12 rounded-main text-[16px] max-tablet:h-[50px]",
};
const paddings: Record<ButtonSize, string> = { dense: "px-3", normal: "px-4", main: "px-[22px]" };
const squares: Record<ButtonSize, string> = {
  dense: "w-8 max-tablet:w-9 pointer-coarse:min-w-11",
  normal: "w-10 max-tablet:w-11 pointer-coarse:min-w-11",
  main: "w-12 max-tablet:w-[50px]",
};

/** The look of a button, for elements that are something else (a link, a menu's opener). */
export function buttonClass(
  kind: ButtonKind = "secondary",
  size: ButtonSize = "normal",
  square = false,
): string {
  return cx(base, kinds[kind], sizes[size], square ? squares[size] : paddings[size]);
}
