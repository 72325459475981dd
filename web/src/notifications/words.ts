import {
  Bell,
  CalendarClock,
  CalendarX2,
  CreditCard,
  MailPlus,
  ShieldCheck,
  UserRound,
  type LucideIcon,
} from "lucide-react";
import type { Notification } from "../api/types";
import { clockTime, dayName } from "../ui/words";

export type Words = { title: string; text: string };

const icons: Record<string, LucideIcon> = {
  meeting_reminder: CalendarClock,
  meeting_changed: CalendarClock,
  meeting_cancelled: CalendarX2,
  invitation: MailPlus,
  security: ShieldCheck,
  account: UserRound,
  payment: CreditCard,
};

export const iconOf = (notification: Notification): LucideIcon => icons[notification.type] ?? Bell;

/** The server's words, with times in the reader's zone where there are any. */
export function wordsOf(notification: Notification): Words {
  const title = fact(notification, "meetingTitle");
  const startsAt = fact(notification, "startsAt");
  if (!title || !startsAt) return { title: notification.title, text: notification.text };
  switch (notification.type) {
    case "meeting_reminder":
      return { title: `${title} starts at ${clockTime(startsAt)}`, text: "" };
    case "meeting_changed":
      return { title: `${title} was moved`, text: moved(startsAt, fact(notification, "startedAt")) };
    case "meeting_cancelled":
      return { title: `${title} was cancelled`, text: `It would have started on ${moment(startsAt)}.` };
    default:
      return { title: notification.title, text: notification.text };
  }
}

/** How a reminder says it while it is news: "Design review starts in 10 minutes". */
export function reminderOf(notification: Notification, now: number): string {
  const title = fact(notification, "meetingTitle");
  const startsAt = fact(notification, "startsAt");
  if (!title || !startsAt) return notification.title;
  const minutes = Math.ceil((Date.parse(startsAt) - now) / 60_000);
  if (minutes < 1) return `${title} has started`;
  return minutes === 1 ? `${title} starts in a minute` : `${title} starts in ${minutes} minutes`;
}

function moved(startsAt: string, before: string): string {
  return before
    ? `It starts on ${moment(startsAt)}, not on ${moment(before)}.`
    : `It starts on ${moment(startsAt)}.`;
}

const moment = (at: string) => `${dayName(at)} at ${clockTime(at)}`;

function fact(notification: Notification, name: string): string {
  const value = notification.payload[name];
  return typeof value === "string" ? value : "";
}

/** The day under which it stands in the history. */
export function dayOf(notification: Notification, now: Date): string {
  const at = new Date(notification.createdAt);
  if (sameDay(at, now)) return "Today";
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  return sameDay(at, yesterday) ? "Yesterday" : dayName(at);
}

const sameDay = (one: Date, other: Date) => one.toDateString() === other.toDateString();

/** What people choose about, in their words. */
export const typeNames: Record<string, { name: string; hint: string }> = {
  meeting_reminder: { name: "Meeting reminders", hint: "Shortly before a meeting of yours starts." },
  meeting_changed: { name: "Moved meetings", hint: "Somebody gives a meeting of yours another time." },
  meeting_cancelled: { name: "Cancelled meetings", hint: "A meeting of yours will not take place." },
  security: {
    name: "Security",
    hint: "New devices, passwords, roles. In Parley and by mail always: whoever holds the account has to hear of it.",
  },
  account: {
    name: "Your data",
    hint: "The archive with everything about you is ready. By mail always: you asked for it.",
  },
};

export const nameOfType = (type: string): string => typeNames[type]?.name ?? "Notifications";
