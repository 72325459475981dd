import { expect, test } from "vitest";
import type { Meeting } from "../api/types";
import { agendaOf, isPressing } from "./agenda";

const now = new Date(2026, 10, 24, 9, 48).getTime();
const local = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).toISOString();

function meeting(title: string, over: Partial<Meeting> = {}): Meeting {
  return {
    id: title,
    code: "k7dm-qwert-9xhp",
    title,
    description: null,
    joinUrl: "",
    isInstant: false,
    startsAt: null,
    endsAt: null,
    maxParticipants: 100,
    isLocked: false,
    guestsAllowed: true,
    recordingAllowed: false,
    transcriptionEnabled: false,
    status: "scheduled",
    host: { id: "u", displayName: "Amara" },
    myRole: "host",
    participantsNow: 0,
    createdAt: local(23, 8),
    updatedAt: local(23, 8),
    version: 0,
    endedAt: null,
    ...over,
  };
}

const shown = (meetings: Meeting[]) => {
  const { next, groups } = agendaOf(meetings, now);
  return {
    next: next?.title,
    groups: groups.map(({ kind, meetings }) => [kind, ...meetings.map((m) => m.title)]),
  };
};

test("the soonest is the next one, the rest stand day by day", () => {
  const list = [
    meeting("far", { startsAt: local(28, 15) }),
    meeting("later", { startsAt: local(24, 14) }),
    meeting("tomorrow", { startsAt: local(25, 9) }),
    meeting("soon", { startsAt: local(24, 10) }),
    meeting("tomorrow noon", { startsAt: local(25, 12) }),
  ];
  expect(shown(list)).toEqual({
    next: "soon",
    groups: [
      ["today", "later"],
      ["tomorrow", "tomorrow", "tomorrow noon"],
      ["day", "far"],
    ],
  });
});

test("where people are comes first, before what only should be going on", () => {
  const list = [
    meeting("by the clock", { startsAt: local(24, 9, 30), endsAt: local(24, 10) }),
    meeting("people in", { isInstant: true, status: "live", participantsNow: 2 }),
  ];
  expect(shown(list)).toEqual({ next: "people in", groups: [["now", "by the clock"]] });
});

test("what was left open and what has no time stands at the end; what is over does not stand there", () => {
  const list = [
    meeting("empty instant", { isInstant: true, status: "live" }),
    meeting("passed", { startsAt: local(24, 8), endsAt: local(24, 9) }),
    meeting("ended", { status: "ended" }),
    meeting("cancelled", { status: "cancelled", startsAt: local(25, 9) }),
  ];
  expect(shown(list)).toEqual({ next: undefined, groups: [["open", "passed", "empty instant"]] });
});

test("a quarter of an hour before, a meeting becomes the thing to do", () => {
  expect(isPressing(meeting("m", { startsAt: local(24, 10) }), now)).toBe(true);
  expect(isPressing(meeting("m", { startsAt: local(24, 10, 30) }), now)).toBe(false);
  expect(isPressing(meeting("m", { startsAt: local(24, 9), endsAt: local(24, 9, 30) }), now)).toBe(false);
});
