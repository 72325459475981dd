import type { RatioRange } from "./packing";

/** The four screens the room is drawn for (the breakpoints of the design). */
export type ScreenClass = "desktop" | "tablet" | "phone" | "phone-landscape";

/** Which of the four a window of this size is, in CSS pixels. */
export function screenClass(width: number, height: number): ScreenClass {
  if (height < 480 && width > height) return "phone-landscape";
  if (width < 700) return "phone";
  return width < 1100 ? "tablet" : "desktop";
}

export function isPhone(screen: ScreenClass): boolean {
  return screen === "phone" || screen === "phone-landscape";
}

/** How the grid is packed on a screen. */
export interface GridRules {
  gap: number;
  ratios: RatioRange;
  pageSize: number;
  /** Tiles narrower than this lower the page size first. */
  leastWidth: number;
}

/** Rules for a screen; a stage higher than wide changes what a tablet allows. */
export function gridRules(
  screen: ScreenClass,
  portrait: boolean,
  tiles: number,
  pageSize: number,
): GridRules {
  switch (screen) {
    case "desktop":
      return {
        gap: tiles > 16 ? 8 : 12,
        ratios: { narrowest: 4 / 3, widest: 16 / 9 },
        pageSize,
        leastWidth: 180,
      };
    case "tablet":
      return {
        gap: 10,
        ratios: { narrowest: portrait ? 1 : 4 / 3, widest: 16 / 9 },
        pageSize: Math.min(pageSize, 12),
        leastWidth: 160,
      };
    case "phone":
      return { gap: 8, ratios: { narrowest: 0.72, widest: 1.5 }, pageSize: 6, leastWidth: 160 };
    case "phone-landscape":
      return { gap: 6, ratios: { narrowest: 4 / 3, widest: 2.05 }, pageSize: 4, leastWidth: 160 };
  }
}
