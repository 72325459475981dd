import { describe, expect, it } from "vitest";
import { packGrid, placeTiles } from "./packing";

const desktop = {
  stage: { width: 1408, height: 756 },
  gap: 12,
  ratios: { narrowest: 4 / 3, widest: 16 / 9 },
};
const withPanel = { ...desktop, stage: { width: 1022, height: 756 } };
const phone = { stage: { width: 374, height: 680 }, gap: 8, ratios: { narrowest: 0.72, widest: 1.5 } };
const landscape = { stage: { width: 746, height: 374 }, gap: 6, ratios: { narrowest: 4 / 3, widest: 2.05 } };

function size(input: Omit<Parameters<typeof packGrid>[0], "tiles">, tiles: number): string {
  const { tile } = packGrid({ ...input, tiles });
  return `${Math.round(tile.width)}×${Math.round(tile.height)}`;
}

describe("packGrid", () => {
  it.each([
    [1, "1344×756"],
    [2, "698×524"],
    [4, "661×372"],
    [5, "461×346"],
    [9, "434×244"],
    [16, "320×180"],
    [25, "252×142"],
  ])("gives %i people on a desktop tiles of %s", (tiles, expected) => {
    expect(size(desktop, tiles)).toBe(expected);
  });

  it.each([
    [2, "661×372"],
    [5, "434×244"],
    [9, "333×244"],
    [16, "247×180"],
  ])("gives %i people beside an open panel tiles of %s", (tiles, expected) => {
    expect(size(withPanel, tiles)).toBe(expected);
  });

  it.each([
    [1, "374×519"],
    [2, "374×336"],
    [4, "183×254"],
    [6, "183×221"],
  ])("gives %i people on a phone tiles of %s", (tiles, expected) => {
    expect(size(phone, tiles)).toBe(expected);
  });

  it.each([
    [2, "370×278"],
    [4, "370×184"],
  ])("gives %i people on a phone on its side tiles of %s", (tiles, expected) => {
    expect(size(landscape, tiles)).toBe(expected);
  });

  it("never lets tiles leave the stage, for any count and any window", () => {
    for (let tiles = 1; tiles <= 36; tiles++) {
      for (const stage of [
        desktop.stage,
        phone.stage,
        { width: 320, height: 900 },
        { width: 2000, height: 260 },
      ]) {
        const input = { ...desktop, stage, tiles };
        for (const box of placeTiles(packGrid(input), stage, tiles)) {
          expect(box.left).toBeGreaterThanOrEqual(-0.001);
          expect(box.top).toBeGreaterThanOrEqual(-0.001);
          expect(box.left + box.width).toBeLessThanOrEqual(stage.width + 0.001);
          expect(box.top + box.height).toBeLessThanOrEqual(stage.height + 0.001);
        }
      }
    }
  });

  it("keeps its columns while a window edge moves, and changes them only for a clear gain", () => {
    let columns: number | undefined;
    const seen: number[] = [];
    for (const width of [900, 890, 880, 870, 860, 870, 880, 890, 900]) {
      columns = packGrid({
        ...desktop,
        stage: { width, height: 600 },
        tiles: 5,
        currentColumns: columns,
      }).columns;
      if (seen.at(-1) !== columns) seen.push(columns);
    }
    expect(seen.length).toBeLessThanOrEqual(2);
  });

  it("gives up its columns once another arrangement is 6 % better", () => {
    const wide = packGrid({ ...desktop, tiles: 2, stage: { width: 1400, height: 500 } });
    expect(wide.columns).toBe(2);
    const tall = packGrid({
      ...desktop,
      tiles: 2,
      stage: { width: 500, height: 1400 },
      currentColumns: wide.columns,
    });
    expect(tall.columns).toBe(1);
  });
});

describe("placeTiles", () => {
  it("centres the block and the short last row", () => {
    const boxes = placeTiles(packGrid({ ...desktop, tiles: 5 }), desktop.stage, 5);
    expect(boxes[0]?.top).toBeCloseTo(26);
    const [fourth, fifth] = [boxes[3]!, boxes[4]!];
    expect(fourth.left).toBeCloseTo(desktop.stage.width - (fifth.left + fifth.width));
  });
});
