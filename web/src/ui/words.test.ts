import { expect, test } from "vitest";
import { duration, peopleCount } from "./words";

test.each([
  [45, "45 min"],
  [60, "1 h"],
  [90, "1 h 30"],
  [65, "1 h 05"],
  [0, "0 min"],
  [-3, "0 min"],
])("%i minutes are written %s", (minutes, written) => {
  expect(duration(minutes)).toBe(written);
});

test("one person, several people", () => {
  expect([1, 0, 6].map(peopleCount)).toEqual(["1 person", "0 people", "6 people"]);
});
