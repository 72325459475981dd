import { packGrid, type Grid, type Size } from "./packing";
import { gridRules, type ScreenClass } from "./screenClass";

/** The people of every page, and how one page is packed. */
export interface Paged {
  pages: string[][];
  pageSize: number;
}

/**
 * Splits people into pages. You are last on the first page and on no other, so your own picture never costs others a
 * place twice.
 */
export function paginate(others: readonly string[], self: string | null, pageSize: number): string[][] {
  const onFirst = self ? pageSize - 1 : pageSize;
  const first = [...others.slice(0, onFirst), ...(self ? [self] : [])];
  const pages = [first];
  for (let start = onFirst; start < others.length; start += pageSize) {
    pages.push(others.slice(start, start + pageSize));
  }
  return pages;
}

/** Page sizes to fall back to when tiles would become too narrow. */
const SMALLER = [36, 25, 16, 12, 9, 6, 4, 2, 1];

/** The largest page whose tiles are still wide enough to see a face. */
export function fittingPageSize(screen: ScreenClass, stage: Size, people: number, wanted: number): number {
  const portrait = stage.height > stage.width;
  const limit = gridRules(screen, portrait, people, wanted).pageSize;
  for (const size of [limit, ...SMALLER.filter((one) => one < limit)]) {
    const tiles = Math.min(size, people);
    const rules = gridRules(screen, portrait, tiles, wanted);
    if (packGrid({ stage, tiles, ...rules }).tile.width >= rules.leastWidth) return size;
  }
  return 1;
}

/** Packs the tiles of one page by the rules of the screen. */
export function packPage(screen: ScreenClass, stage: Size, tiles: number, currentColumns?: number): Grid {
  const rules = gridRules(screen, stage.height > stage.width, tiles, 25);
  return packGrid({ stage, tiles, currentColumns, gap: rules.gap, ratios: rules.ratios });
}
