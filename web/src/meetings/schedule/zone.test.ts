import { expect, test } from "vitest";
import { allZones, momentOf, offsetLabel, offsetOf, ownZone, wallTimeOf, zoneLabel } from "./zone";

const utc = (text: string) => Date.parse(text);

test.each([
  ["2026-11-26", "11:00", "Europe/Oslo", "2026-11-26T10:00Z"],
  ["2026-07-01", "11:00", "Europe/Oslo", "2026-07-01T09:00Z"],
  ["2026-11-26", "23:30", "America/New_York", "2026-11-27T04:30Z"],
  ["2026-11-26", "00:15", "Asia/Kathmandu", "2026-11-25T18:30Z"],
  ["2026-11-26", "00:00", "UTC", "2026-11-26T00:00Z"],
])("%s %s in %s is %s", (day, time, zone, moment) => {
  expect(momentOf({ day, time }, zone)).toBe(utc(moment));
  expect(wallTimeOf(utc(moment), zone)).toEqual({ day, time });
});

test("a time that the clock change leaves out is moved past it", () => {
  const moment = momentOf({ day: "2026-03-29", time: "02:30" }, "Europe/Oslo");
  expect(wallTimeOf(moment, "Europe/Oslo")).toEqual({ day: "2026-03-29", time: "03:30" });
});

test("a time that comes twice is the first of the two", () => {
  expect(momentOf({ day: "2026-10-25", time: "02:30" }, "Europe/Oslo")).toBe(utc("2026-10-25T00:30Z"));
});

test("the last and the first minute beside a clock change are right", () => {
  expect(momentOf({ day: "2026-03-29", time: "01:59" }, "Europe/Oslo")).toBe(utc("2026-03-29T00:59Z"));
  expect(momentOf({ day: "2026-03-29", time: "03:00" }, "Europe/Oslo")).toBe(utc("2026-03-29T01:00Z"));
});

test("an unfinished time is no moment", () => {
  expect(momentOf({ day: "", time: "11:00" }, "UTC")).toBeNaN();
  expect(momentOf({ day: "2026-11-26", time: "" }, "UTC")).toBeNaN();
});

test("zones are told by city and distance from UTC", () => {
  const winter = utc("2026-11-26T10:00Z");
  expect(zoneLabel("Europe/Oslo", winter)).toBe("Oslo time (UTC+1)");
  expect(zoneLabel("America/New_York", winter)).toBe("New York time (UTC−5)");
  expect(zoneLabel("Asia/Kathmandu", winter)).toBe("Kathmandu time (UTC+5:45)");
  expect(offsetLabel(0)).toBe("UTC");
  expect(offsetOf(winter, "America/St_Johns")).toBe(-210);
  expect(allZones()).toContain(ownZone());
});
