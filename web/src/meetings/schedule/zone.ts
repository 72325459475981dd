/** A time as it stands on the wall somewhere: `2026-11-26` and `11:00`. */
export type WallTime = { day: string; time: string };

const MINUTE_MS = 60_000;

const readers = new Map<string, Intl.DateTimeFormat>();

function reader(zone: string): Intl.DateTimeFormat {
  let found = readers.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    readers.set(zone, found);
  }
  return found;
}

/** The zone of the reader's machine. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** What the wall shows in `zone` at a moment (milliseconds). */
export function wallTimeOf(moment: number, zone: string): WallTime {
  const parts = Object.fromEntries(
    reader(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** Minutes by which `zone` is ahead of UTC at a moment. */
export function offsetOf(moment: number, zone: string): number {
  const { day, time } = wallTimeOf(moment, zone);
  const minute = Math.floor(moment / MINUTE_MS) * MINUTE_MS;
  return Math.round((Date.parse(`${day}T${time}Z`) - minute) / MINUTE_MS);
}

/**
 * The moment (milliseconds) at which the wall in `zone` shows this. NaN where it is no time at all. In the hour that a
 * clock change leaves out, the time that long after the change; in the hour that comes twice, the first.
 */
export function momentOf({ day, time }: WallTime, zone: string): number {
  const asUtc = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(asUtc)) return NaN;
  const before = asUtc - offsetOf(asUtc - 24 * 60 * MINUTE_MS, zone) * MINUTE_MS;
  const after = asUtc - offsetOf(asUtc + 24 * 60 * MINUTE_MS, zone) * MINUTE_MS;
  const shows = (moment: number) => {
    const wall = wallTimeOf(moment, zone);
    return wall.day === day && wall.time === time;
  };
  if (shows(before)) return before;
  return shows(after) ? after : before;
}

/** "Oslo time (UTC+1)" */
export function zoneLabel(zone: string, moment: number): string {
  const city = zone.split("/").pop()!.replaceAll("_", " ");
  return zone === "UTC" ? "UTC" : `${city} time (${offsetLabel(offsetOf(moment, zone))})`;
}

export function offsetLabel(minutes: number): string {
  if (minutes === 0) return "UTC";
  const size = Math.abs(minutes);
  const rest = size % 60;
  const sign = minutes < 0 ? "−" : "+";
  return `UTC${sign}${Math.floor(size / 60)}${rest ? `:${String(rest).padStart(2, "0")}` : ""}`;
}

/** Every zone the browser knows, the reader's own among them. */
export function allZones(): string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), ownZone(), "UTC"])].sort();
}
