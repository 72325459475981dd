import { describe, expect, it } from "vitest";
import { awayPeople, keepUnchanged, type Person } from "./people";

const person = (presenceId: string, more: Partial<Person> = {}): Person => ({
  presenceId,
  participantId: `person-${presenceId}`,
  name: presenceId,
  role: "participant",
  isSelf: false,
  joinedAt: 0,
  microphone: "on",
  cameraOn: true,
  camera: null,
  screen: null,
  speaking: false,
  loudness: 0,
  quality: "good",
  away: false,
  ...more,
});

describe("keepUnchanged", () => {
  it("returns the very list when nothing changed", () => {
    const before = [person("a"), person("b")];
    expect(keepUnchanged(before, [person("a"), person("b")])).toBe(before);
  });

  it("replaces only who changed", () => {
    const before = [person("a"), person("b")];
    const now = keepUnchanged(before, [person("a"), person("b", { microphone: "muted" })]);
    expect(now[0]).toBe(before[0]);
    expect(now[1]).not.toBe(before[1]);
  });
});

describe("awayPeople", () => {
  it("keeps those who have not come back, still and silent, but never yourself", () => {
    const before = [person("me", { isSelf: true }), person("a"), person("b", { speaking: true })];
    expect(awayPeople(before, [person("a")])).toEqual([person("b", { away: true })]);
  });

  it("takes a person who came back with a new presence for the same one", () => {
    const before = [person("a")];
    expect(awayPeople(before, [person("a2", { participantId: "person-a" })])).toEqual([]);
  });
});
