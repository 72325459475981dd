import type { Meeting } from "../api/types";

/** Meetings of one day, or those that are going on, or those without a time ahead. */
export type AgendaGroup = {
  kind: "now" | "today" | "tomorrow" | "day" | "open";
  /** Local midnight of the day, where the group is a day. */
  day?: number;
  meetings: Meeting[];
};

export type Agenda = { next: Meeting | null; groups: AgendaGroup[] };

const DAY_MS = 24 * 60 * 60 * 1000;
/** A meeting may be entered as the next thing to do from this long before it starts. */
const SOON_MS = 15 * 60 * 1000;

const time = (moment: string | null) => (moment ? Date.parse(moment) : NaN);

/** Somebody is in, or its time is now. */
export function isNow(meeting: Meeting, now: number): boolean {
  if (meeting.participantsNow > 0) return true;
  const starts = time(meeting.startsAt);
  return starts <= now && now < (meeting.endsAt ? time(meeting.endsAt) : starts + 60 * 60 * 1000);
}

/** Worth the main button of the page: it is now, or starts within a quarter of an hour. */
export function isPressing(meeting: Meeting, now: number): boolean {
  return isNow(meeting, now) || (time(meeting.startsAt) > now && time(meeting.startsAt) - now <= SOON_MS);
}

/** Orders meetings for the reader: the next one apart, then what is on now, then day by day, then what just stays open. */
export function agendaOf(meetings: Meeting[], now: number): Agenda {
  const living = meetings.filter((meeting) => meeting.status === "scheduled" || meeting.status === "live");
  const on = living.filter((meeting) => isNow(meeting, now)).sort(byPeopleThenStart);
  const ahead = living
    .filter((meeting) => !isNow(meeting, now) && time(meeting.startsAt) > now)
    .sort(byStart);
  const open = living.filter((meeting) => !on.includes(meeting) && !ahead.includes(meeting)).sort(byAge);
  const next = on[0] ?? ahead[0] ?? null;
  const rest = (list: Meeting[]) => list.filter((meeting) => meeting !== next);

  const groups: AgendaGroup[] = [];
  if (rest(on).length > 0) groups.push({ kind: "now", meetings: rest(on) });
  groups.push(...days(rest(ahead), now));
  if (open.length > 0) groups.push({ kind: "open", meetings: open });
  return { next, groups };
}

function days(meetings: Meeting[], now: number): AgendaGroup[] {
  const today = midnight(now);
  const tomorrow = midnight(today + DAY_MS * 1.5);
  return [...byDay(meetings)].map(([day, list]) => ({
    kind: day === today ? "today" : day === tomorrow ? "tomorrow" : "day",
    day,
    meetings: list,
  }));
}

function byDay(meetings: Meeting[]): Map<number, Meeting[]> {
  const days = new Map<number, Meeting[]>();
  for (const meeting of meetings) {
    const day = midnight(time(meeting.startsAt));
    days.set(day, [...(days.get(day) ?? []), meeting]);
  }
  return days;
}

function midnight(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0);
}

const byStart = (a: Meeting, b: Meeting) => time(a.startsAt) - time(b.startsAt);
const byPeopleThenStart = (a: Meeting, b: Meeting) =>
  Number(b.participantsNow > 0) - Number(a.participantsNow > 0) || byAge(a, b);
const byAge = (a: Meeting, b: Meeting) => time(b.startsAt ?? b.createdAt) - time(a.startsAt ?? a.createdAt);
