import { describe, expect, it } from "vitest";
import { arrange, EMPTY, type Arrangement, type Seated } from "./arrangement";

const person = (presenceId: string, joinedAt: number, more: Partial<Seated> = {}): Seated => ({
  presenceId,
  joinedAt,
  isSelf: false,
  speaking: false,
  sharing: false,
  handRaised: false,
  ...more,
});

const nobody = new Set<string>();
const room = (...names: string[]) => names.map((name, index) => person(name, index));

/** A page of two for the others; `speaking` names who speaks, from `from` to `to`, looked at every 400 ms. */
function speak(
  before: Arrangement,
  people: Seated[],
  speaking: string,
  from: number,
  to: number,
  pinned = nobody,
) {
  let current = before;
  for (let now = from; now <= to; now += 400) {
    const heard = people.map((one) => ({ ...one, speaking: one.presenceId === speaking }));
    current = arrange(current, heard, pinned, 2, now);
  }
  return current;
}

describe("arrange", () => {
  it("seats by time of joining, whatever the order of the list, and leaves yourself out", () => {
    const people = [person("b", 2), person("a", 1), person("me", 0, { isSelf: true })];
    expect(arrange(EMPTY, people, nobody, 25, 0).order).toEqual(["a", "b"]);
  });

  it("puts a newcomer last and closes a leaver's gap", () => {
    const before = arrange(EMPTY, room("a", "b", "c"), nobody, 25, 0);
    const people = [person("a", 0), person("c", 2), person("x", 1)];
    expect(arrange(before, people, nobody, 25, 0).order).toEqual(["a", "c", "x"]);
  });

  it("puts pinned people first", () => {
    expect(arrange(EMPTY, room("a", "b", "c"), new Set(["c"]), 25, 0).order).toEqual(["c", "a", "b"]);
  });

  it("moves nobody who speaks on the first page", () => {
    const people = room("a", "b", "c");
    const before = arrange(EMPTY, people, nobody, 2, 0);
    expect(speak(before, people, "b", 0, 10_000).order).toEqual(["a", "b", "c"]);
  });

  it("brings an off-page speaker forward after two seconds, to the place silent longest", () => {
    const people = room("a", "b", "c");
    const spoken = speak(arrange(EMPTY, people, nobody, 2, 0), people, "b", 0, 400);
    expect(speak(spoken, people, "c", 800, 2_000).order).toEqual(["a", "b", "c"]);
    expect(speak(spoken, people, "c", 800, 3_200).order).toEqual(["c", "b", "a"]);
  });

  it("lets whoever came forward stay twenty seconds", () => {
    const people = room("a", "b", "c", "d", "e");
    let current = speak(arrange(EMPTY, people, nobody, 2, 0), people, "c", 0, 2_400);
    current = speak(current, people, "d", 2_800, 5_200);
    expect(new Set(current.order.slice(0, 2))).toEqual(new Set(["c", "d"]));
    expect(new Set(speak(current, people, "e", 5_600, 12_000).order.slice(0, 2))).toEqual(
      new Set(["c", "d"]),
    );
    expect(speak(current, people, "e", 12_400, 27_000).order.slice(0, 2)).toContain("e");
  });

  it("never takes the place of someone pinned, sharing or with a hand up", () => {
    const people = [person("a", 0, { sharing: true }), person("b", 1, { handRaised: true }), person("c", 2)];
    expect(speak(arrange(EMPTY, people, nobody, 2, 0), people, "c", 0, 9_000).order).toEqual(["a", "b", "c"]);
    const pinned = new Set(["a", "b"]);
    expect(speak(EMPTY, room("a", "b", "c"), "c", 0, 9_000, pinned).order).toEqual(["a", "b", "c"]);
  });
});
