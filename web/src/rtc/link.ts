import { GIVE_UP_AFTER } from "./retryDelay";

/** Why a page is out of the meeting for good. */
export type Outside = "left" | "removed" | "ended" | "full" | "lost" | "elsewhere" | "refused";

/**
 * How this page is linked to the meeting. Times in milliseconds of one clock.
 * `back` is the short while after a break in which the page says so.
 */
export type Link =
  | { state: "joining"; since: number }
  | { state: "in" }
  | { state: "dropped"; since: number }
  | { state: "back"; since: number }
  | { state: "outside"; why: Outside };

export type LinkEvent =
  | { type: "connected"; now: number }
  | { type: "dropped"; now: number }
  | { type: "tick"; now: number }
  | { type: "outside"; why: Outside };

/** A break shorter than this is not mentioned. */
export const MENTION_AFTER = 2_000;
/** How long a page says that it is back. */
export const SAYS_BACK = 2_000;

/** The next state; an event that does not fit the state changes nothing. */
export function nextLink(link: Link, event: LinkEvent): Link {
  if (link.state === "outside") return link;
  switch (event.type) {
    case "connected":
      return connected(link, event.now);
    case "dropped":
      return link.state === "dropped" || link.state === "joining"
        ? link
        : { state: "dropped", since: event.now };
    case "tick":
      return tick(link, event.now);
    case "outside":
      return { state: "outside", why: event.why };
  }
}

function connected(link: Link, now: number): Link {
  if (link.state === "dropped" && now - link.since >= MENTION_AFTER) return { state: "back", since: now };
  return link.state === "in" || link.state === "back" ? link : { state: "in" };
}

function tick(link: Link, now: number): Link {
  if (link.state === "dropped" && now - link.since >= GIVE_UP_AFTER) return { state: "outside", why: "lost" };
  if (link.state === "back" && now - link.since >= SAYS_BACK) return { state: "in" };
  return link;
}

/** What the banner says about the link now, or null when there is nothing to say. Seconds are whole. */
export function bannerOf(
  link: Link,
  now: number,
): { kind: "joining" } | { kind: "dropped"; seconds: number } | { kind: "back" } | null {
  if (link.state === "back") return { kind: "back" };
  if (link.state === "joining") return now - link.since < MENTION_AFTER ? null : { kind: "joining" };
  if (link.state !== "dropped" || now - link.since < MENTION_AFTER) return null;
  return { kind: "dropped", seconds: Math.floor((now - link.since) / 1000) };
}
