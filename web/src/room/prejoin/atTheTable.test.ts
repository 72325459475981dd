import { describe, expect, it } from "vitest";
import type { MeetingPreview } from "../../api/types";
import { atTheTable } from "./atTheTable";

const NOW = Date.parse("2026-11-23T10:28:00Z");

const preview = (more: Partial<MeetingPreview>): MeetingPreview => ({
  code: "k7dm-qwert-9xhp",
  title: "Design review",
  hostName: "Amara Okafor",
  startsAt: null,
  endsAt: null,
  status: "live",
  isLocked: false,
  participantsNow: 0,
  maxParticipants: 100,
  guestsAllowed: true,
  people: [],
  ...more,
});

const named = (...names: string[]) => names.map((displayName) => ({ displayName }));

describe("atTheTable", () => {
  it("names the host of an empty meeting and lights the first seat", () => {
    const table = atTheTable(preview({}), NOW);
    expect(table).toMatchObject({ capacity: 6, lit: 0, label: null });
    expect(table.sentence).toBe("Amara Okafor hosts. Nobody is in yet.");
  });

  it("counts people for those who are not invited, without names", () => {
    const table = atTheTable(preview({ participantsNow: 4 }), NOW);
    expect(table.people).toEqual([{}, {}, {}, {}]);
    expect(table.lit).toBe(4);
    expect(table.sentence).toBe("4 people are in.");
  });

  it("names two and counts the rest for the invited", () => {
    const people = named("Amara Okafor", "Jonas Lindqvist", "Priya Nair", "David Osei");
    const startsAt = "2026-11-23T10:04:00Z";
    const table = atTheTable(preview({ people, participantsNow: 4, startsAt }), NOW);
    expect(table.sentence).toMatch(/^Amara, Jonas and 2 others are in\. Started /);
    expect(table.label).toBe("24 min in");
    expect(atTheTable(preview({ people: named("Amara Okafor"), participantsNow: 1 }), NOW).sentence).toBe(
      "Amara is in.",
    );
  });

  it("never draws more seats than the meeting has, but always one for you", () => {
    expect(atTheTable(preview({ participantsNow: 2, maxParticipants: 3 }), NOW).capacity).toBe(3);
    expect(atTheTable(preview({ participantsNow: 3, maxParticipants: 3 }), NOW).capacity).toBe(4);
  });
});
