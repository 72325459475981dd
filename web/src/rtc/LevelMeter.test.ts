import { describe, expect, it } from "vitest";
import { loudness } from "./LevelMeter";

const tone = (amplitude: number) => Float32Array.from({ length: 512 }, (_, i) => amplitude * Math.sin(i / 4));

describe("loudness", () => {
  it("is nothing in silence and full for a loud voice", () => {
    expect(loudness(new Float32Array(512))).toBe(0);
    expect(loudness(tone(0.9))).toBe(1);
  });

  it("grows with the sound", () => {
    expect(loudness(tone(0.1))).toBeGreaterThan(loudness(tone(0.02)));
    expect(loudness(tone(0.02))).toBeGreaterThan(0);
  });
});
