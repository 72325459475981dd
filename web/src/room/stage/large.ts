/** Whom the speaker layout shows large. Times in milliseconds of one clock. */
export interface Large {
  presenceId: string | null;
  /** Someone else who started to speak, and when. */
  next: { presenceId: string; since: number } | null;
}

/** A new speaker must hold the floor this long before the large picture changes. */
export const HOLD = 1_500;

/**
 * The large one is whoever is pinned, else the last active speaker, held for 1.5 s; you never see yourself large while
 * somebody else is there.
 *
 * @param candidates everybody but yourself, in the order of the stage
 * @param loudest the loudest of them speaking now, or null
 */
export function chooseLarge(
  before: Large,
  candidates: readonly string[],
  pinned: string | null,
  loudest: string | null,
  now: number,
): Large {
  if (pinned && candidates.includes(pinned)) return { presenceId: pinned, next: null };
  const current = before.presenceId && candidates.includes(before.presenceId) ? before.presenceId : null;
  if (!current) return { presenceId: loudest ?? candidates[0] ?? null, next: null };
  if (!loudest || loudest === current) return { presenceId: current, next: null };
  const since = before.next?.presenceId === loudest ? before.next.since : now;
  if (now - since >= HOLD) return { presenceId: loudest, next: null };
  return { presenceId: current, next: { presenceId: loudest, since } };
}
