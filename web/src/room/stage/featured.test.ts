import { describe, expect, it } from "vitest";
import { layOutFeatured, stripSize } from "./featured";

const base = {
  others: 5,
  gap: 12,
  ratio: 16 / 9,
  ratios: { narrowest: 4 / 3, widest: 16 / 9 },
  strip: stripSize(false),
};

describe("layOutFeatured", () => {
  it("puts the strip right on a wide stage without a panel", () => {
    const layout = layOutFeatured({ ...base, stage: { width: 1408, height: 756 } });
    expect(layout.side).toBe("right");
    expect(layout.large).toEqual({ left: 0, top: 0, width: 1224, height: 756 });
  });

  it("puts the strip above once the panel is open", () => {
    const layout = layOutFeatured({ ...base, stage: { width: 1022, height: 756 } });
    expect(layout.side).toBe("above");
    expect(layout.large).toEqual({ left: 0, top: 112, width: 1022, height: 644 });
    expect(layout.strip).toHaveLength(5);
    expect(layout.strip[0]?.height).toBe(100);
  });

  it("gives the whole stage to the large picture when nobody else is there", () => {
    const layout = layOutFeatured({ ...base, others: 0, stage: { width: 1408, height: 756 } });
    expect(layout).toEqual({ large: { left: 0, top: 0, width: 1408, height: 756 }, strip: [], side: "none" });
  });

  it("narrows strip tiles before it leaves people out, and leaves out who does not fit", () => {
    const stage = { width: 1022, height: 756 };
    expect(layOutFeatured({ ...base, others: 7, stage }).strip).toHaveLength(7);
    const crowded = layOutFeatured({ ...base, others: 24, stage });
    expect(crowded.strip.length).toBeLessThan(24);
    const last = crowded.strip.at(-1)!;
    expect(last.left + last.width).toBeLessThanOrEqual(stage.width + 0.001);
  });
});
