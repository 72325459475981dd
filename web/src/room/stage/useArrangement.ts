import { useEffect, useMemo, useState } from "react";
import type { Person } from "../../rtc/people";
import { arrange, EMPTY, type Arrangement } from "./arrangement";
import { chooseLarge, type Large } from "./large";

export interface Arranged {
  others: Person[];
  self: Person | null;
  /** Whom the speaker layout shows large. */
  large: string | null;
  /** Who has the glow among several speakers. */
  loudest: string | null;
}

interface Memory {
  arrangement: Arrangement;
  large: Large;
}

const LISTEN_EVERY = 400;

/**
 * Who stands where. Looked at whenever people change and, while somebody speaks, every 400 ms, because coming forward
 * and becoming large take a while of speaking.
 */
export function useArrangement(
  people: readonly Person[],
  pinned: string | null,
  hands: readonly string[],
  firstPage: number,
): Arranged {
  const [memory, setMemory] = useState<Memory>({
    arrangement: EMPTY,
    large: { presenceId: null, next: null },
  });
  const loudest = useMemo(() => loudestOf(people), [people]);
  useEffect(() => {
    const look = () => setMemory((before) => remember(before, people, pinned, hands, firstPage, loudest));
    look();
    if (!people.some((person) => person.speaking)) return;
    const timer = setInterval(look, LISTEN_EVERY);
    return () => clearInterval(timer);
  }, [people, pinned, hands, firstPage, loudest]);
  return useMemo(() => read(memory, people, loudest), [memory, people, loudest]);
}

function remember(
  before: Memory,
  people: readonly Person[],
  pinned: string | null,
  hands: readonly string[],
  firstPage: number,
  loudest: string | null,
): Memory {
  const now = performance.now();
  const seated = people.map((person) => ({
    ...person,
    sharing: person.screen !== null,
    handRaised: hands.includes(person.participantId),
  }));
  const pins = new Set(pinned ? [pinned] : []);
  const arrangement = arrange(before.arrangement, seated, pins, firstPage, now);
  return { arrangement, large: chooseLarge(before.large, arrangement.order, pinned, loudest, now) };
}

function read({ arrangement, large }: Memory, people: readonly Person[], loudest: string | null): Arranged {
  const byId = new Map(people.map((person) => [person.presenceId, person]));
  const seated = arrangement.order.flatMap((id) => byId.get(id) ?? []);
  // People who came since the last look stand at the end already, so that nobody is missing for a moment.
  const known = new Set(arrangement.order);
  const fresh = people.filter((person) => !person.isSelf && !known.has(person.presenceId));
  return {
    others: [...seated, ...fresh],
    self: people.find((person) => person.isSelf) ?? null,
    large: large.presenceId,
    loudest,
  };
}

/** The loudest of the others who speak now. */
function loudestOf(people: readonly Person[]): string | null {
  let loudest: Person | null = null;
  for (const person of people) {
    if (!person.speaking || person.isSelf) continue;
    if (!loudest || person.loudness > loudest.loudness) loudest = person;
  }
  return loudest?.presenceId ?? null;
}
