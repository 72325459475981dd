import type { Person } from "../../rtc/people";

/** What a screen reader says about a tile: "Priya Nair, muted, hand 1, weak connection". */
export function tileName(person: Person, hand: number | null, frozen: boolean): string {
  const parts = [person.isSelf ? `${person.name} (you)` : person.name];
  if (isHost(person.role)) parts.push("host");
  if (person.microphone === "muted") parts.push("muted");
  if (person.microphone === "none") parts.push("no microphone");
  if (!person.cameraOn) parts.push("camera off");
  if (hand !== null) parts.push(`hand ${hand}`);
  if (frozen || person.away) parts.push("reconnecting");
  else if (person.quality !== "good") parts.push("weak connection");
  return parts.join(", ");
}

export function isHost(role: string): boolean {
  return role === "host" || role === "cohost";
}

export function roleWord(role: string): string | null {
  if (role === "host") return "Host";
  if (role === "cohost") return "Cohost";
  return role === "moderator" ? "Moderator" : null;
}

/** The name on a tile; a very narrow one has room for the first name only. */
export function shownName(person: Person, width: number): string {
  if (person.isSelf) return "You";
  return width < 150 ? firstName(person.name) : person.name;
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
