import { useEffect, useMemo, useRef, useState } from "react";
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

/** What of the memory can be seen. */
interface Shown {
  order: readonly string[];
  large: string | null;
}

const LISTEN_EVERY = 400;

/**
 * Who stands where. Looked at whenever people change and, while somebody speaks, every 400 ms, because coming forward
 * and becoming large take a while of speaking. Only a change that can be seen draws the stage again.
 */
export function useArrangement(
  people: readonly Person[],
  pinned: string | null,
  hands: readonly string[],
  firstPage: number,
): Arranged {
  const memory = useRef<Memory>({ arrangement: EMPTY, large: { presenceId: null, next: null } });
  const [shown, setShown] = useState<Shown>({ order: [], large: null });
  const loudest = useMemo(() => loudestOf(people), [people]);
  useEffect(() => {
    const look = () => {
      memory.current = remember(memory.current, people, pinned, hands, firstPage, loudest);
      const now = { order: memory.current.arrangement.order, large: memory.current.large.presenceId };
      setShown((before) => (looksTheSame(before, now) ? before : now));
    };
    look();
    if (!people.some((person) => person.speaking)) return;
    const timer = setInterval(look, LISTEN_EVERY);
    return () => clearInterval(timer);
  }, [people, pinned, hands, firstPage, loudest]);
  return useMemo(() => read(shown, people, loudest), [shown, people, loudest]);
}

function looksTheSame(before: Shown, now: Shown): boolean {
  if (before.large !== now.large || before.order.length !== now.order.length) return false;
  return before.order.every((id, index) => id === now.order[index]);
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

function read({ order, large }: Shown, people: readonly Person[], loudest: string | null): Arranged {
  const byId = new Map(people.map((person) => [person.presenceId, person]));
  const seated = order.flatMap((id) => byId.get(id) ?? []);
  // People who came since the last look stand at the end already, so that nobody is missing for a moment.
  const known = new Set(order);
  const fresh = people.filter((person) => !person.isSelf && !known.has(person.presenceId));
  return {
    others: [...seated, ...fresh],
    self: people.find((person) => person.isSelf) ?? null,
    large,
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
