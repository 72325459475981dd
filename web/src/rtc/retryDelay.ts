/** How long a lost connection is tried again before the page gives up, in milliseconds. */
export const GIVE_UP_AFTER = 60_000;

/** How long a lost signal is resumed before a fresh join takes over, in milliseconds. */
export const RESUMES_FOR = 5_000;

const SOONEST = 300;
const LATEST = 1_000;

/**
 * The wait before the next attempt, in milliseconds, or null when it is time to give up. Within the first minute 0.3
 * to 1 s: short enough to be back at once when a server restarts, spread enough that a full room does not knock at the
 * same instant.
 *
 * @param elapsed milliseconds since the connection was lost
 * @param random a number from 0 to 1
 */
export function retryDelay(elapsed: number, random: number): number | null {
  if (elapsed >= GIVE_UP_AFTER) return null;
  return SOONEST + random * (LATEST - SOONEST);
}

/**
 * The wait before the next attempt to resume, in milliseconds, or null when a fresh join is to take over. A fresh join
 * knocks by plain requests. Resuming opens a WebSocket each time, and after a dozen that failed browsers hold the next
 * one back for seconds (Chromium's throttle of a page's sockets, Firefox's delay of RFC 6455 §7.2.3).
 */
export function resumeDelay(elapsed: number, random: number): number | null {
  return elapsed >= RESUMES_FOR ? null : retryDelay(elapsed, random);
}
