import { expect, test } from "vitest";
import { dateName, dayName, duration, peopleCount, shortDateName } from "./words";

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

test("a day of another year is told with its year", () => {
  const now = new Date(2026, 10, 30);
  for (const name of [dayName, dateName, shortDateName]) {
    expect(name(new Date(2026, 11, 31), now)).not.toContain("2026");
    expect(name(new Date(2027, 0, 1), now)).toContain("2027");
  }
});

test("one person, several people", () => {
  expect([1, 0, 6].map(peopleCount)).toEqual(["1 person", "0 people", "6 people"]);
});
