import { expect, test } from "vitest";
import { agoWords } from "./agoWords";

const now = new Date("2026-11-23T14:00:00").getTime();
const before = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

test.each([
  [0, "just now"],
  [1.9, "just now"],
  [5, "5 min ago"],
  [59, "59 min ago"],
  [180, "3 h ago"],
  [13 * 60, /^today 01:00/],
  [20 * 60, /^yesterday 06:00/],
  [60 * 24 * 20, /^on .*November|^on November/],
])("%j minutes", (minutes, words) => {
  expect(agoWords(before(minutes), now)).toMatch(words);
});
