import { expect, test } from "vitest";
import { changesOf, draftOf, faultsOf, minutesOfPlan, newPlan, withStart, type Plan } from "./plan";

const now = Date.parse("2026-11-24T08:48:00Z");
const plan: Plan = {
  title: " Façade ",
  description: "",
  day: "2026-11-26",
  from: "11:00",
  to: "12:00",
  zone: "Europe/Oslo",
  seats: "6",
  guests: true,
};

test("is sent as moments in UTC", () => {
  expect(draftOf(plan)).toEqual({
    title: "Façade",
    description: "",
    startsAt: "2026-11-26T10:00:00.000Z",
    endsAt: "2026-11-26T11:00:00.000Z",
    maxParticipants: 6,
    guestsAllowed: true,
  });
});

test("an end before the start is on the next day", () => {
  const late = { ...plan, from: "23:30", to: "00:30" };
  expect(minutesOfPlan(late)).toBe(60);
  expect(draftOf(late).endsAt).toBe("2026-11-26T23:30:00.000Z");
});

test("another start keeps the length", () => {
  expect(withStart({ ...plan, to: "11:45" }, { from: "14:10" })).toMatchObject({
    from: "14:10",
    to: "14:55",
  });
  expect(withStart(plan, { from: "" })).toMatchObject({ from: "", to: "12:00" });
});

test("a new plan begins at a half hour that can still be reached", () => {
  expect(new Date(`${newPlan(now, 100).day}T${newPlan(now, 100).from}`).getMinutes() % 30).toBe(0);
  expect(minutesOfPlan(newPlan(now, 100))).toBe(60);
});

test("finds what is wrong", () => {
  expect(faultsOf(plan, 100, now)).toEqual({});
  expect(faultsOf({ ...plan, day: "" }, 100, now)).toHaveProperty("day");
  expect(faultsOf({ ...plan, day: "2026-11-23" }, 100, now)).toEqual({ day: "This time has passed." });
  expect(faultsOf({ ...plan, day: "2026-11-24", from: "09:00" }, 100, now)).toEqual({
    from: "This time has passed.",
  });
  for (const seats of ["1", "101", "2.5", "", "x"])
    expect(faultsOf({ ...plan, seats }, 100, now)).toHaveProperty("seats");
});

test("the start of a meeting that is being changed may have passed", () => {
  const begun = { ...plan, day: "2026-11-24", from: "09:00", to: "11:00" };
  expect(faultsOf(begun, 100, now, "2026-11-24T08:00:00Z")).toEqual({});
});

test("a change tells only what differs", () => {
  expect(changesOf(plan, { ...plan, title: "Roof" })).toEqual({ title: "Roof" });
  expect(changesOf(plan, { ...plan, to: "12:30" })).toEqual({
    startsAt: "2026-11-26T10:00:00.000Z",
    endsAt: "2026-11-26T11:30:00.000Z",
  });
  expect(changesOf(plan, plan)).toEqual({});
});
