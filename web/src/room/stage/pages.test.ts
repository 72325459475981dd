import { describe, expect, it } from "vitest";
import { fittingPageSize, packPage, paginate } from "./pages";
import { screenClass } from "./screenClass";

const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);

describe("paginate", () => {
  it("keeps you last on the first page and nowhere else", () => {
    const pages = paginate(people(62), "me", 25);
    expect(pages.map((page) => page.length)).toEqual([25, 25, 13]);
    expect(pages[0]?.at(-1)).toBe("me");
    expect(pages.slice(1).flat()).not.toContain("me");
  });

  it("shows a lone person one page", () => {
    expect(paginate([], "me", 25)).toEqual([["me"]]);
  });

  it("shows everybody exactly once", () => {
    expect(paginate(people(30), null, 6).flat()).toEqual(people(30));
  });
});

describe("fittingPageSize", () => {
  it("allows 25 on a desktop and 6 on a phone", () => {
    expect(fittingPageSize("desktop", { width: 1408, height: 756 }, 60, 25)).toBe(25);
    expect(fittingPageSize("phone", { width: 374, height: 680 }, 60, 25)).toBe(6);
    expect(fittingPageSize("phone-landscape", { width: 746, height: 374 }, 60, 25)).toBe(4);
  });

  it("lowers the page before tiles get too narrow", () => {
    const stage = { width: 1100, height: 420 };
    const size = fittingPageSize("desktop", stage, 60, 25);
    expect(size).toBeLessThan(25);
    expect(packPage("desktop", stage, size).tile.width).toBeGreaterThanOrEqual(180);
  });
});

describe("screenClass", () => {
  it.each([
    [1440, 900, "desktop"],
    [1024, 768, "tablet"],
    [390, 844, "phone"],
    [844, 390, "phone-landscape"],
    [360, 400, "phone"],
  ])("takes %i by %i for a %s", (width, height, expected) => {
    expect(screenClass(width, height)).toBe(expected);
  });
});
