import { useEffect, useMemo, useRef, useState } from "react";
import type { Person } from "../../rtc/people";

/** How long the tile of somebody who left takes to fade, in milliseconds. */
const FADES = 180;

const NOBODY: ReadonlySet<string> = new Set();

/** The people, and for a moment those who have just left: their tiles fade before the rest close the gap. */
export function useLingering(people: readonly Person[]): {
  people: readonly Person[];
  leaving: ReadonlySet<string>;
} {
  const before = useRef(people);
  const [gone, setGone] = useState<readonly Person[]>([]);
  useEffect(() => {
    const here = new Set(people.map((person) => person.presenceId));
    const left = before.current.filter((person) => !here.has(person.presenceId));
    before.current = people;
    if (left.length === 0) return;
    const fading = left.map((person) => ({ ...person, camera: null, screen: null, speaking: false }));
    setGone((already) => [...already, ...fading]);
  }, [people]);
  // On its own: other news of people while somebody fades must not keep the tile for ever.
  useEffect(() => {
    if (gone.length === 0) return;
    const timer = setTimeout(() => setGone([]), FADES);
    return () => clearTimeout(timer);
  }, [gone]);
  return useMemo(() => {
    const here = new Set(people.map((person) => person.presenceId));
    const fading = gone.filter((person) => !here.has(person.presenceId));
    if (fading.length === 0) return { people, leaving: NOBODY };
    return { people: [...people, ...fading], leaving: new Set(fading.map((person) => person.presenceId)) };
  }, [people, gone]);
}
