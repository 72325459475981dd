import { clockTime, dateName, fullDayName, shortDateName, weekdayName } from "../ui/words";

const DAY_MS = 86_400_000;

/** A day as people say it: today, yesterday, on Friday, on 2 September, on 2 September 2025. */
export function dayInWords(moment: string, now = new Date()): string {
  const at = new Date(moment);
  const days = Math.round((midnight(now) - midnight(at)) / DAY_MS);
  if (days <= 0) return "today";
  if (days === 1) return "yesterday";
  if (days < 7) return `on ${weekdayName(at)}`;
  return `on ${at.getFullYear() === now.getFullYear() ? dateName(at) : withoutWeekday(at)}`;
}

/** Short, for a list: 23:41 today, else 2 Nov. */
export function shortMoment(moment: string, now = new Date()): string {
  return midnight(new Date(moment)) === midnight(now) ? clockTime(moment) : shortDateName(moment);
}

const withoutWeekday = (at: Date) => fullDayName(at).replace(/^\S+ /, "");

function midnight(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}
