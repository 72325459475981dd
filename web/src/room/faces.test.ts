import { expect, test } from "vitest";
import type { RosterEntry } from "../api/types";
import { facesWith } from "./faces";

const entry = (participantId: string, pictureUrl: string | null) =>
  ({ participantId, pictureUrl }) as RosterEntry;

test("knows the pictures of who came, changed and took theirs away", () => {
  const one = facesWith(new Map(), [entry("a", "/1"), entry("b", null)]);
  expect([...one]).toEqual([["a", "/1"]]);
  expect([...facesWith(one, [entry("a", "/2")])]).toEqual([["a", "/2"]]);
  expect([...facesWith(one, [entry("a", null)])]).toEqual([]);
});

test("whoever is not named keeps their picture, and no news is the same map", () => {
  const one = facesWith(new Map(), [entry("a", "/1")]);
  expect(facesWith(one, [])).toBe(one);
  expect(facesWith(one, [entry("a", "/1"), entry("b", null)])).toBe(one);
});
