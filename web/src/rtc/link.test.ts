import { describe, expect, it } from "vitest";
import { bannerOf, nextLink, type Link } from "./link";

const inside: Link = { state: "in" };

describe("a page's link to the meeting", () => {
  it("says nothing about a break shorter than two seconds", () => {
    const dropped = nextLink(inside, { type: "dropped", now: 1_000 });
    expect(bannerOf(dropped, 2_900)).toBeNull();
    expect(nextLink(dropped, { type: "connected", now: 2_900 })).toEqual(inside);
  });

  it("counts a longer break, says when it is over, and falls silent", () => {
    const dropped = nextLink(inside, { type: "dropped", now: 1_000 });
    expect(bannerOf(dropped, 5_400)).toEqual({ kind: "dropped", seconds: 4 });
    const back = nextLink(dropped, { type: "connected", now: 6_000 });
    expect(bannerOf(back, 6_500)).toEqual({ kind: "back" });
    expect(nextLink(back, { type: "tick", now: 7_900 })).toEqual(back);
    expect(nextLink(back, { type: "tick", now: 8_000 })).toEqual(inside);
  });

  it("says that it still connects once that takes two seconds", () => {
    const joining: Link = { state: "joining", since: 1_000 };
    expect(bannerOf(joining, 2_900)).toBeNull();
    expect(bannerOf(joining, 3_000)).toEqual({ kind: "joining" });
  });

  it("keeps the first moment when the connection drops again while it is down", () => {
    const dropped = nextLink(inside, { type: "dropped", now: 1_000 });
    expect(nextLink(dropped, { type: "dropped", now: 9_000 })).toEqual({ state: "dropped", since: 1_000 });
  });

  it("is outside after a minute", () => {
    const dropped = nextLink(inside, { type: "dropped", now: 1_000 });
    expect(nextLink(dropped, { type: "tick", now: 60_999 }).state).toBe("dropped");
    expect(nextLink(dropped, { type: "tick", now: 61_000 })).toEqual({ state: "outside", why: "lost" });
  });

  it("stays outside whatever arrives late", () => {
    const removed = nextLink(inside, { type: "outside", why: "removed" });
    expect(nextLink(removed, { type: "connected", now: 1 })).toBe(removed);
    expect(nextLink(removed, { type: "outside", why: "left" })).toBe(removed);
  });

  it("waits for the first connection without calling it a break", () => {
    const joining: Link = { state: "joining", since: 0 };
    expect(nextLink(joining, { type: "dropped", now: 5 })).toBe(joining);
    expect(nextLink(joining, { type: "connected", now: 9_000 })).toEqual(inside);
  });
});
