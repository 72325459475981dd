import type { Meeting, MeetingDraft } from "../../api/types";
import { momentOf, ownZone, wallTimeOf } from "./zone";

/** A meeting as the form holds it: times as they stand on the wall in `zone`. */
export type Plan = {
  title: string;
  description: string;
  day: string;
  from: string;
  /** Earlier than `from`, it is a time of the next day. */
  to: string;
  zone: string;
  seats: string;
  /** Whether people without an account may come in. */
  guests: boolean;
};

export type PlanFaults = Partial<Record<keyof Plan, string>>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Fewer than two do not meet. */
export const FEWEST_SEATS = 2;
export const LONGEST_TITLE = 200;

/** A new plan: the next full half hour that is at least ten minutes away, for an hour. */
export function newPlan(now: number, mostSeats: number): Plan {
  const half = 30 * MINUTE_MS;
  const start = Math.ceil((now + 10 * MINUTE_MS) / half) * half;
  return planAt(start, start + HOUR_MS, {
    title: "",
    description: "",
    seats: String(mostSeats),
    guests: true,
  });
}

/** The plan of a meeting that exists. One without a time gets the next half hour. */
export function planOf(meeting: Meeting, now: number): Plan {
  const start = meeting.startsAt ? Date.parse(meeting.startsAt) : NaN;
  const end = meeting.endsAt ? Date.parse(meeting.endsAt) : start + HOUR_MS;
  const rest = {
    title: meeting.title ?? "",
    description: meeting.description ?? "",
    seats: String(meeting.maxParticipants),
    guests: meeting.guestsAllowed,
  };
  return Number.isNaN(start)
    ? { ...newPlan(now, meeting.maxParticipants), ...rest }
    : planAt(start, end, rest);
}

function planAt(
  start: number,
  end: number,
  rest: Pick<Plan, "title" | "description" | "seats" | "guests">,
): Plan {
  const zone = ownZone();
  const { day, time } = wallTimeOf(start, zone);
  return { ...rest, day, from: time, to: wallTimeOf(end, zone).time, zone };
}

/** Start and end in milliseconds; NaN where a field is unfinished. */
export function momentsOf({ day, from, to, zone }: Plan): { start: number; end: number } {
  const start = momentOf({ day, time: from }, zone);
  const end = momentOf({ day: to > from ? day : nextDay(day), time: to }, zone);
  return { start, end };
}

export function minutesOfPlan(plan: Plan): number {
  const { start, end } = momentsOf(plan);
  return (end - start) / MINUTE_MS;
}

/** The plan with another start that lasts as long as before. */
export function withStart(plan: Plan, change: Partial<Pick<Plan, "day" | "from">>): Plan {
  const minutes = minutesOfPlan(plan);
  const moved = { ...plan, ...change };
  const { start } = momentsOf(moved);
  if (Number.isNaN(start) || Number.isNaN(minutes)) return moved;
  return { ...moved, to: wallTimeOf(start + minutes * MINUTE_MS, plan.zone).time };
}

/** What is wrong with a plan. `unmoved`: the meeting's own start, which may have passed. */
export function faultsOf(plan: Plan, mostSeats: number, now: number, unmoved?: string | null): PlanFaults {
  const faults: PlanFaults = {};
  const { start, end } = momentsOf(plan);
  if (!plan.day || Number.isNaN(Date.parse(plan.day))) faults.day = "The day is missing.";
  if (!plan.from) faults.from = "The time is missing.";
  if (!plan.to || Number.isNaN(end)) faults.to = "The time is missing.";
  const kept = unmoved && Math.abs(Date.parse(unmoved) - start) < MINUTE_MS;
  if (!kept && start < now - MINUTE_MS)
    faults[isPastDay(plan, now) ? "day" : "from"] = "This time has passed.";
  const seats = Number(plan.seats);
  if (!Number.isInteger(seats) || seats < FEWEST_SEATS || seats > mostSeats) {
    faults.seats = `From ${FEWEST_SEATS} to ${mostSeats} people.`;
  }
  return faults;
}

function isPastDay(plan: Plan, now: number): boolean {
  return plan.day < wallTimeOf(now, plan.zone).day;
}

/** What the server is told. */
export function draftOf(plan: Plan): MeetingDraft {
  const { start, end } = momentsOf(plan);
  return {
    title: plan.title.trim(),
    description: plan.description.trim(),
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(end).toISOString(),
    maxParticipants: Number(plan.seats),
    guestsAllowed: plan.guests,
  };
}

/** What of a changed plan the server is told: only what differs, so that the rest stays as it is. */
export function changesOf(before: Plan, after: Plan): MeetingDraft {
  const old = draftOf(before);
  const fresh = draftOf(after);
  const moved = old.startsAt !== fresh.startsAt || old.endsAt !== fresh.endsAt;
  return {
    ...(old.title !== fresh.title && { title: fresh.title }),
    ...(old.description !== fresh.description && { description: fresh.description }),
    ...(moved && { startsAt: fresh.startsAt, endsAt: fresh.endsAt }),
    ...(old.maxParticipants !== fresh.maxParticipants && { maxParticipants: fresh.maxParticipants }),
    ...(old.guestsAllowed !== fresh.guestsAllowed && { guestsAllowed: fresh.guestsAllowed }),
  };
}

function nextDay(day: string): string {
  const moment = Date.parse(`${day}T00:00Z`);
  return Number.isNaN(moment) ? "" : new Date(moment + DAY_MS).toISOString().slice(0, 10);
}
