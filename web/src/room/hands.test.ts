import { describe, expect, it } from "vitest";
import { handOrder, handsIn, lowerHandOf, raiseHand } from "./hands";

describe("hands", () => {
  it("stand in the order they went up, whatever the order of the news", () => {
    let hands = raiseHand([], { participantId: "b", raisedAt: "2026-11-23T10:00:02Z" });
    hands = raiseHand(hands, { participantId: "a", raisedAt: "2026-11-23T10:00:01Z" });
    expect([handOrder(hands, "a"), handOrder(hands, "b"), handOrder(hands, "c")]).toEqual([1, 2, null]);
  });

  it("keep their place when raised twice, and close the gap of a lowered one", () => {
    let hands = raiseHand([], { participantId: "a", raisedAt: "2026-11-23T10:00:01Z" });
    hands = raiseHand(hands, { participantId: "b", raisedAt: "2026-11-23T10:00:02Z" });
    hands = raiseHand(hands, { participantId: "a", raisedAt: "2026-11-23T10:00:09Z" });
    expect(handOrder(hands, "a")).toBe(1);
    expect(handOrder(lowerHandOf(hands, "a"), "b")).toBe(1);
    expect(lowerHandOf(hands, "nobody")).toBe(hands);
  });

  it("are read from the roster", () => {
    const roster = [{ participantId: "a" }, { participantId: "b", handRaisedAt: "2026-11-23T10:00:02Z" }];
    expect(handsIn(roster)).toEqual([{ participantId: "b", raisedAt: "2026-11-23T10:00:02Z" }]);
  });
});
