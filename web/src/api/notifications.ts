import { request } from "./http";
import type {
  Notification,
  NotificationChannel,
  NotificationPreferences,
  NotificationSummary,
  Page,
  PushDevices,
} from "./types";

export const notifications = {
  list: (cursor?: string | null, signal?: AbortSignal, limit = 30) =>
    request<Page<Notification>>("GET", "/notifications", { query: { cursor, limit }, signal }),
  summary: (signal?: AbortSignal) =>
    request<NotificationSummary>("GET", "/notifications/summary", { signal }),
  read: (id: string) => request<void>("POST", `/notifications/${id}/read`),
  /** Those up to and including this one: what came since has not been seen. */
  readAll: (upTo: string) => request<void>("POST", "/notifications/read", { body: { upTo } }),
  preferences: (signal?: AbortSignal) =>
    request<NotificationPreferences>("GET", "/notifications/preferences", { signal }),
  prefer: (body: { type: string; channel: NotificationChannel; wanted: boolean }) =>
    request<void>("PUT", "/notifications/preferences", { body }),
};

export const pushDevices = {
  list: (signal?: AbortSignal) => request<PushDevices>("GET", "/notifications/devices", { signal }),
  keep: (subscription: PushSubscriptionJSON) =>
    request<{ id: string }>("POST", "/notifications/devices", { body: subscription }),
  forget: (id: string) => request<void>("DELETE", `/notifications/devices/${id}`),
  test: (id: string) => request<void>("POST", `/notifications/devices/${id}/test`),
};

export const unsubscribing = {
  /** Which mails the link ends. Throws `unknown_link` for one that is not ours. */
  look: (token: string, signal?: AbortSignal) =>
    request<{ type: string }>("GET", "/unsubscribe", { linkToken: token, signal }),
  end: (token: string) => request<{ type: string }>("POST", "/unsubscribe", { linkToken: token }),
};
