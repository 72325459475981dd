import { describe, expect, it } from "vitest";
import { clampPan, FIT, zoomBy } from "./zoom";

describe("zoom", () => {
  it("stays between the whole screen and six times", () => {
    expect(zoomBy(FIT, 0.5)).toEqual(FIT);
    expect(zoomBy({ zoom: 5, x: 0, y: 0 }, 4).zoom).toBe(6);
  });

  it("forgets the pan when the whole screen is back", () => {
    expect(zoomBy({ zoom: 2, x: 30, y: 10 }, 0.4)).toEqual(FIT);
  });

  it("does not let the picture leave its frame", () => {
    expect(clampPan({ zoom: 2, x: 900, y: -900 }, { width: 800, height: 600 })).toEqual({
      zoom: 2,
      x: 400,
      y: -300,
    });
  });
});
