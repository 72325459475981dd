import type { MeetingPreview } from "../../api/types";
import { clockTime, dayName } from "../../ui/words";

/** How the table before joining is drawn and described. */
export interface Table {
  people: { name?: string }[];
  capacity: number;
  /** The seat that waits for you. */
  lit: number;
  label: string | null;
  /** Under the title: who is in, and since when. */
  sentence: string;
  description: string;
}

const FEWEST_SEATS = 6;

/** Draws the meeting as a table with your seat lit. Names only for the invited; others see filled seats. */
export function atTheTable(preview: MeetingPreview, now: number): Table {
  const named = preview.people.map((person) => ({ name: person.displayName }));
  const count = Math.max(preview.participantsNow, named.length);
  const people = [...named, ...Array.from({ length: count - named.length }, () => ({}))];
  const sentence = [whoIsIn(preview, count), when(preview, now)].filter(Boolean).join(" ");
  return {
    people,
    capacity: Math.max(count + 1, Math.min(Math.max(count + 2, FEWEST_SEATS), preview.maxParticipants)),
    lit: count,
    label: feltLabel(preview, count, now),
    sentence,
    description: `${whoIsIn(preview, count)} One seat is yours.`,
  };
}

function whoIsIn(preview: MeetingPreview, count: number): string {
  const names = preview.people.map((person) => person.displayName.split(" ")[0]!);
  if (count === 0)
    return preview.hostName ? `${preview.hostName} hosts. Nobody is in yet.` : "Nobody is in yet.";
  if (names.length === 0) return count === 1 ? "One person is in." : `${count} people are in.`;
  const shown = names.slice(0, count > 3 ? 2 : 3);
  const others = count - shown.length;
  if (others > 0) return `${shown.join(", ")} and ${others === 1 ? "one other" : `${others} others`} are in.`;
  if (shown.length === 1) return `${shown[0]} is in.`;
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)} are in.`;
}

function when(preview: MeetingPreview, now: number): string {
  if (!preview.startsAt) return "";
  const starts = Date.parse(preview.startsAt);
  const time = clockTime(starts);
  if (starts <= now) return `Started ${time}.`;
  const today = new Date(starts).toDateString() === new Date(now).toDateString();
  return today ? `Starts at ${time}.` : `Starts on ${dayName(starts, now)} at ${time}.`;
}

function feltLabel(preview: MeetingPreview, count: number, now: number): string | null {
  const starts = preview.startsAt ? Date.parse(preview.startsAt) : NaN;
  if (starts > now) return clockTime(starts);
  const minutes = Math.floor((now - starts) / 60_000);
  if (count > 0 && minutes >= 1 && minutes < 600) return `${minutes} min in`;
  return count > 0 ? `${count} in` : null;
}
