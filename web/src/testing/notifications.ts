import type { Notification } from "../api/types";

/** A reminder as the server tells it. */
export function told(over: Partial<Notification> = {}): Notification {
  return {
    id: "n1",
    type: "meeting_reminder",
    title: "Design review is about to start",
    text: "",
    path: "/m/k7dm-qwert-9xhp",
    payload: { meetingTitle: "Design review", startsAt: "2026-11-24T10:00:00Z" },
    createdAt: "2026-11-24T09:50:00Z",
    readAt: null,
    ...over,
  };
}
