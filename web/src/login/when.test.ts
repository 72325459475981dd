import { expect, test } from "vitest";
import { dayInWords } from "./when";

const now = new Date(2026, 10, 23, 10, 0);

test.each([
  [new Date(2026, 10, 23, 0, 1), "today"],
  [new Date(2026, 10, 22, 23, 59), "yesterday"],
  [new Date(2026, 10, 20, 12, 0), "on Friday"],
  [new Date(2026, 8, 2, 12, 0), /^on (2 September|September 2)$/],
  [new Date(2025, 0, 14, 12, 0), /2025$/],
])("%s is %s", (at, words) => {
  expect(dayInWords(at.toISOString(), now)).toMatch(words);
});
