/** A raised hand. */
export interface Hand {
  participantId: string;
  /** ISO-8601, UTC. */
  raisedAt: string;
}

/** Adds a hand; hands stand in the order they went up, and one that is up already keeps its place. */
export function raiseHand(hands: readonly Hand[], hand: Hand): readonly Hand[] {
  if (hands.some((other) => other.participantId === hand.participantId)) return hands;
  return [...hands, hand].toSorted((a, b) => a.raisedAt.localeCompare(b.raisedAt));
}

export function lowerHandOf(hands: readonly Hand[], participantId: string): readonly Hand[] {
  const rest = hands.filter((hand) => hand.participantId !== participantId);
  return rest.length === hands.length ? hands : rest;
}

/** The hands that are up in a roster, in their order. */
export function handsIn(
  roster: readonly { participantId: string; handRaisedAt?: string | null }[],
): readonly Hand[] {
  return roster
    .flatMap(({ participantId, handRaisedAt }) =>
      handRaisedAt ? [{ participantId, raisedAt: handRaisedAt }] : [],
    )
    .toSorted((a, b) => a.raisedAt.localeCompare(b.raisedAt));
}

/** The place of a person's hand, counted from 1, or null. */
export function handOrder(hands: readonly Hand[], participantId: string): number | null {
  const index = hands.findIndex((hand) => hand.participantId === participantId);
  return index < 0 ? null : index + 1;
}
