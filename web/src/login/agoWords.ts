import { clockTime, dateName } from "../ui/words";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, as people say it: just now, 5 min ago, 3 h ago, yesterday 23:41, on 2 September. */
export function agoWords(moment: string, now: number): string {
  const then = new Date(moment).getTime();
  const passed = now - then;
  if (passed < 2 * MINUTE) return "just now";
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min ago`;
  if (passed < 12 * HOUR) return `${Math.floor(passed / HOUR)} h ago`;
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  if (then >= midnight) return `today ${clockTime(then)}`;
  if (then >= midnight - DAY) return `yesterday ${clockTime(then)}`;
  return `on ${dateName(then)}`;
}
