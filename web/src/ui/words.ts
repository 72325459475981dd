/** How times and numbers are written for the reader: their zone and clock, in the language of the pages. */
const language = navigator.languages.find((tag) => /^en\b/i.test(tag)) ?? "en-GB";
const hourCycle = new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions().hourCycle;

const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle });
const day = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" });
const dayAndYear = new Intl.DateTimeFormat(language, {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const weekday = new Intl.DateTimeFormat(language, { weekday: "long" });
const date = new Intl.DateTimeFormat(language, { day: "numeric", month: "long" });
const dateAndYear = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric" });
const shortDate = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });
const exact = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", hourCycle });

const dated = new Intl.DateTimeFormat(language, { dateStyle: "medium" });

type Moment = Date | string | number;
const at = (moment: Moment) => new Date(moment);

/** 10:00 */
export const clockTime = (moment: Moment) => clock.format(at(moment));
// A day of another year is told with its year, everywhere.
const thisYear = (moment: Moment, now: Moment) => at(moment).getFullYear() === at(now).getFullYear();

/** Tuesday 24 November, in another year Tuesday 24 November 2026 */
export const dayName = (moment: Moment, now: Moment = Date.now()) =>
  thisYear(moment, now) ? day.format(at(moment)).replace(",", "") : fullDayName(moment);
/** Tuesday 24 November 2026 */
export const fullDayName = (moment: Moment) => dayAndYear.format(at(moment)).replace(",", "");
/** Tuesday */
export const weekdayName = (moment: Moment) => weekday.format(at(moment));
/** 24 November, in another year 24 November 2026 */
export const dateName = (moment: Moment, now: Moment = Date.now()) =>
  (thisYear(moment, now) ? date : dateAndYear).format(at(moment));
/** 24 Nov, in another year 24 Nov 2026 */
export const shortDateName = (moment: Moment, now: Moment = Date.now()) =>
  (thisYear(moment, now) ? shortDate : dated).format(at(moment));
/** 24 Nov 2026, 10:00 */
export const exactTime = (moment: Moment) => exact.format(at(moment));

/** 45 min, 1 h, 1 h 30 */
export function duration(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, "0")}`;
}

/** 1 person, 6 people */
export const peopleCount = (count: number) => (count === 1 ? "1 person" : `${count} people`);

const MINUTE = 60_000;

/** just now, 5 min ago, 3 h ago, 2 days ago, 24 Nov 2026 */
export function timeAgo(moment: Moment, now: number = Date.now()): string {
  const minutes = Math.floor((now - at(moment).getTime()) / MINUTE);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ago`;
  const days = Math.floor(hours / 24);
  if (days < 14) return days === 1 ? "yesterday" : `${days} days ago`;
  return dated.format(at(moment));
}
