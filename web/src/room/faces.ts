import type { RosterEntry } from "../api/types";
import type { Faces } from "./Face";

/** The pictures of everybody who is known. Whoever leaves keeps theirs: their messages stay. */
export function facesWith(before: Faces, entries: readonly RosterEntry[]): Faces {
  const news = entries.filter((entry) => (before.get(entry.participantId) ?? null) !== entry.pictureUrl);
  if (news.length === 0) return before;
  const after = new Map(before);
  for (const { participantId, pictureUrl } of news) {
    if (pictureUrl) after.set(participantId, pictureUrl);
    else after.delete(participantId);
  }
  return after;
}
