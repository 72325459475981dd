import { expect, test } from "vitest";
import { strengthOf } from "./passwordStrength";

test.each([
  ["", 0],
  ["short", 1],
  ["aaaaaaaaaaaaaaaa", 1],
  ["abcdefghijklmn", 1],
  ["1234567890", 1],
  ["tablelamp4", 2],
  ["Quiet-river-71", 3],
  ["four people at a green table", 4],
])("%j fills %i bars", (password, bars) => {
  expect(strengthOf(password).bars).toBe(bars);
});

test("a password made of one's own name is weak", () => {
  expect(strengthOf("Amara-Okafor-2026", ["Amara", "Okafor"])).toMatchObject({ bars: 1 });
});
