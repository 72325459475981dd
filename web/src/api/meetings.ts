import { API, request } from "./http";
import { csrfToken } from "./http";
import type {
  ChatMessage,
  JoinAnswer,
  JoinRequest,
  Meeting,
  MeetingChange,
  MeetingDraft,
  MeetingPreview,
  Page,
  RosterEntry,
} from "./types";

const of = (code: string) => `/meetings/${encodeURIComponent(code)}`;

export const meetings = {
  list: (when: "upcoming" | "past", cursor?: string | null, signal?: AbortSignal) =>
    request<Page<Meeting>>("GET", "/meetings", { query: { when, limit: 50, cursor }, signal }),
  create: (body: MeetingDraft) => request<Meeting>("POST", "/meetings", { body }),
  get: (code: string, signal?: AbortSignal) => request<Meeting>("GET", of(code), { signal }),
  preview: (code: string, signal?: AbortSignal) =>
    request<MeetingPreview>("GET", `${of(code)}/preview`, { signal }),
  change: (code: string, body: MeetingChange) => request<Meeting>("PATCH", of(code), { body }),
  cancel: (code: string) => request<void>("DELETE", of(code)),
  end: (code: string) => request<void>("POST", `${of(code)}/end`),

  join: (code: string, body: JoinRequest) => request<JoinAnswer>("POST", `${of(code)}/join`, { body }),
  leave: (code: string, presenceId: string) =>
    request<void>("POST", `${of(code)}/leave`, { body: { presenceId } }),
  people: (code: string, signal?: AbortSignal) =>
    request<Page<RosterEntry> | RosterEntry[]>("GET", `${of(code)}/people`, { signal }).then((answer) =>
      Array.isArray(answer) ? answer : answer.items,
    ),
  remove: (code: string, participantId: string) =>
    request<void>("POST", `${of(code)}/people/${participantId}/remove`),
  mute: (code: string, participantId: string) =>
    request<void>("POST", `${of(code)}/people/${participantId}/mute`),
  hand: (code: string, raised: boolean) => request<void>("PUT", `${of(code)}/hand`, { body: { raised } }),

  messages: (code: string, after?: number, signal?: AbortSignal) =>
    request<Page<ChatMessage>>("GET", `${of(code)}/messages`, { query: { after, limit: 100 }, signal }),
  say: (code: string, body: { text: string; clientId: string }) =>
    request<ChatMessage>("POST", `${of(code)}/messages`, { body }),
};

/** Says goodbye while the page is going away, when nobody waits for the answer any more. */
export function leaveWhileClosing(code: string, presenceId: string): void {
  const token = csrfToken(document.cookie);
  void fetch(`${API}${of(code)}/leave`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(token ? { "X-XSRF-TOKEN": token } : {}) },
    body: JSON.stringify({ presenceId }),
    credentials: "same-origin",
    keepalive: true,
  }).catch(() => {});
}
