import type { Person } from "../../rtc/people";
import { handOrder, type Hand } from "../hands";

/** The list of people: hands in their order, then yourself, then hosts, then by name; only those whose name fits. */
export function sortPeople(people: readonly Person[], hands: readonly Hand[], wanted: string): Person[] {
  const words = fold(wanted).split(/\s+/).filter(Boolean);
  return people
    .filter((person) => words.every((word) => fold(person.name).includes(word)))
    .toSorted((a, b) => rank(a, hands) - rank(b, hands) || a.name.localeCompare(b.name));
}

function rank(person: Person, hands: readonly Hand[]): number {
  const hand = handOrder(hands, person.participantId);
  if (hand !== null) return hand - 1_000_000;
  if (person.isSelf) return 0;
  return person.role === "host" || person.role === "cohost" ? 1 : 2;
}

/** Lower case and without accents, so that "tomas" finds Tomás. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}
