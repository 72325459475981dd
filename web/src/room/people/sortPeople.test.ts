import { describe, expect, it } from "vitest";
import type { Person } from "../../rtc/people";
import { sortPeople } from "./sortPeople";

const person = (name: string, more: Partial<Person> = {}): Person => ({
  presenceId: name,
  participantId: `of-${name}`,
  name,
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

const people = [
  person("Zoe"),
  person("Tomás Rivera"),
  person("Amara", { role: "host" }),
  person("Mei", { isSelf: true }),
  person("Ben"),
];

describe("sortPeople", () => {
  it("puts hands first in their order, then you, hosts, and the rest by name", () => {
    const hands = [
      { participantId: "of-Zoe", raisedAt: "1" },
      { participantId: "of-Ben", raisedAt: "2" },
    ];
    expect(sortPeople(people, hands, "").map((one) => one.name)).toEqual([
      "Zoe",
      "Ben",
      "Mei",
      "Amara",
      "Tomás Rivera",
    ]);
  });

  it("finds names without their accents and by any word", () => {
    expect(sortPeople(people, [], "tomas").map((one) => one.name)).toEqual(["Tomás Rivera"]);
    expect(sortPeople(people, [], "riv to").map((one) => one.name)).toEqual(["Tomás Rivera"]);
    expect(sortPeople(people, [], "nobody")).toEqual([]);
  });
});
