import { expect, test } from "vitest";
import { planTable } from "./seats";

test.each([1, 2, 3, 4, 5, 6, 7, 8, 10, 12])(
  "a table for %i has that many seats, inside its bounds, none on another",
  (count) => {
    const plan = planTable(count, 42);
    expect(plan.seats).toHaveLength(count);
    for (const seat of plan.seats) {
      expect(seat.x).toBeGreaterThanOrEqual(21);
      expect(seat.x).toBeLessThanOrEqual(plan.width - 21);
      expect(seat.y).toBeGreaterThanOrEqual(21);
      expect(seat.y).toBeLessThanOrEqual(plan.height - 21);
    }
    plan.seats.forEach((a, i) =>
      plan.seats
        .slice(i + 1)
        .forEach((b) => expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(42 + 8)),
    );
  },
);

test("ends stay empty below five, take one when odd, two when even", () => {
  const ends = (count: number) =>
    planTable(count, 42).seats.filter((seat) => seat.y === planTable(count, 42).height / 2).length;
  expect([3, 4, 5, 6, 7, 8].map(ends)).toEqual([0, 0, 1, 2, 1, 2]);
});

test("seats keep 6 pixels from the edge of the table", () => {
  const { seats, top } = planTable(4, 42);
  expect(top.y - (seats[0]!.y + 21)).toBe(6);
});
