import type { Meeting } from "../api/types";
import { clockTime, dayName, duration, fullDayName, peopleCount } from "../ui/words";

const MINUTE_MS = 60_000;

export function titleOf({ title, host }: Pick<Meeting, "title" | "host">): string {
  return title?.trim() || `Meeting of ${host.displayName}`;
}

export function minutesOf({ startsAt, endsAt }: Meeting): number | null {
  return startsAt && endsAt ? (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS : null;
}

/** How near it is: "In 12 minutes", "Started 5 minutes ago", "Tomorrow"… */
export function nearness(meeting: Meeting, now: number): string {
  if (meeting.participantsNow > 0) return `Now, ${peopleCount(meeting.participantsNow)} in`;
  if (!meeting.startsAt) return "Open";
  const minutes = Math.round((Date.parse(meeting.startsAt) - now) / MINUTE_MS);
  if (minutes < -1) return `Started ${spell(-minutes)} ago`;
  if (minutes <= 0) return "Starts now";
  if (minutes < 12 * 60) return `In ${spell(minutes)}`;
  return dayName(meeting.startsAt);
}

function spell(minutes: number): string {
  if (minutes < 60) return minutes === 1 ? "1 minute" : `${minutes} minutes`;
  return duration(minutes);
}

/** "10:00 to 11:00", with the end's day where that is another one. */
export function span({ startsAt, endsAt }: Meeting): string {
  if (!startsAt) return "No set time";
  if (!endsAt) return `From ${clockTime(startsAt)}`;
  const sameDay = new Date(startsAt).toDateString() === new Date(endsAt).toDateString();
  return `${clockTime(startsAt)} to ${sameDay ? "" : `${dayName(endsAt)}, `}${clockTime(endsAt)}`;
}

/** A text to paste into a mail or a chat. */
export function invitation(meeting: Meeting): string {
  const when = meeting.startsAt ? `${fullDayName(meeting.startsAt)}, ${span(meeting)} (${zoneName()})\n` : "";
  return `${titleOf(meeting)}\n${when}${meeting.joinUrl}\nMeeting code: ${meeting.code}`;
}

function zoneName(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
