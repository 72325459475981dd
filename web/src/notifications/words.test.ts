import { expect, test } from "vitest";
import { told } from "../testing/notifications";
import { dayOf, reminderOf, wordsOf } from "./words";

test("a reminder says how long there is, and afterwards when it was", () => {
  expect(reminderOf(told(), Date.parse("2026-11-24T09:50:20Z"))).toBe("Design review starts in 10 minutes");
  expect(reminderOf(told(), Date.parse("2026-11-24T09:59:30Z"))).toBe("Design review starts in a minute");
  expect(reminderOf(told(), Date.parse("2026-11-24T10:00:01Z"))).toBe("Design review has started");
  expect(wordsOf(told()).title).toMatch(/^Design review starts at \d/);
});

test("a moved meeting is told with both times", () => {
  const moved = told({
    type: "meeting_changed",
    payload: {
      meetingTitle: "Design review",
      startsAt: "2026-11-24T11:00:00Z",
      startedAt: "2026-11-24T10:00:00Z",
    },
  });
  expect(wordsOf(moved)).toEqual({
    title: "Design review was moved",
    text: expect.stringMatching(/^It starts on .+ at .+, not on .+ at .+\.$/) as string,
  });
});

test("what has no words here keeps the server's", () => {
  const other = told({ type: "payment", title: "Paid", text: "€24.00", payload: {} });
  expect(wordsOf(other)).toEqual({ title: "Paid", text: "€24.00" });
  expect(wordsOf(told({ payload: { startsAt: 7 } })).title).toBe("Design review is about to start");
});

test("the history is parted by days", () => {
  const now = new Date(2026, 10, 24, 12);
  const at = (day: number) => told({ createdAt: new Date(2026, 10, day, 1).toISOString() });
  expect(dayOf(at(24), now)).toBe("Today");
  expect(dayOf(at(23), now)).toBe("Yesterday");
  expect(dayOf(at(22), now)).toContain("22");
});
