import { expect, test } from "vitest";
import { hueOf, initialsOf } from "./initials";

test.each([
  ["Amara Okafor", "AO"],
  ["Mei-Lin Zhao", "MZ"],
  ["Anna Maria de Souza", "AS"],
  ["tom", "T"],
  ["  ", "?"],
  ["(Jo) Östberg", "JÖ"],
  ["李 雷", "李雷"],
  ["😀", "😀"],
  ["🇵🇱", "🇵🇱"],
  ["👩‍💻", "👩‍💻"],
])("%s is shown as %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test("a name keeps its hue", () => {
  expect(hueOf("Amara Okafor")).toBe(hueOf("Amara Okafor"));
  expect(hueOf("Amara Okafor")).toBeLessThan(360);
});
