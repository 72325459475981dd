import { queryOptions } from "@tanstack/react-query";
import { useOutletContext } from "react-router";
import { download, request } from "./http";
import type { Me, Page } from "./types";

/** Whoever stands behind the counter. `support` is a role of the user; the others have a row of their own. */
export type ConsoleRole = "admin" | "moderator" | "compliance" | "support";

export const roleNames: Record<ConsoleRole, string> = {
  admin: "Administrator",
  moderator: "Moderator",
  compliance: "Compliance",
  support: "Support",
};

/** What the server says of it; everybody else is told that there is nothing. */
export type Counter = { role: ConsoleRole; permissions: string[] };

/** What every page of the console knows. */
export type Console = Counter & { me: Me };

export const counterQuery = queryOptions({
  queryKey: ["staff", "me"],
  queryFn: ({ signal }) => request<Counter>("GET", "/staff/me", { signal }),
  staleTime: 60_000,
});

/** Who is looking, and what they may do. */
export function useConsole() {
  const console = useOutletContext<Console>();
  return { ...console, may: (permission: string) => console.permissions.includes(permission) };
}

/** The role behind the counter that somebody's own account names, if any. */
export function consoleRoleOf(me: Me): ConsoleRole | null {
  return me.staffRole ?? (me.role === "support" ? "support" : null);
}

/** A user in a list of the console. The address is masked for whoever need not know it. */
export type UserLine = {
  id: string;
  displayName: string;
  email: string;
  emailVerified: boolean;
  role: ConsoleRole | "user";
  status: "active" | "suspended" | "deleted";
  createdAt: string;
  lastLoginAt: string | null;
};

export type UserLogin = {
  id: string;
  userAgent: string;
  address: string;
  createdAt: string;
  lastUsedAt: string;
};

export type UserChange = {
  action: string;
  by: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  note: string | null;
  at: string;
};

export type Deed = "suspend" | "restore" | "end_sessions" | "resend" | "grant";

/** Everything staff may see of one user. Rooms that are not there say nothing. */
export type UserCard = {
  user: UserLine;
  fullName: string | null;
  facts: {
    sessions?: UserLogin[];
    factors?: { totp: boolean; recoveryCodes: number; passkeys: number };
    meetings?: { hosted: number; joined: number; inMeetings: number };
    history?: UserChange[];
  };
  deeds: Deed[];
};

export type UserFilter = { q: string; status: string; role: string };

const user = (id: string) => `/staff/users/${encodeURIComponent(id)}`;

export const staffUsers = {
  list: (filter: UserFilter, cursor: string | null, signal?: AbortSignal) =>
    request<Page<UserLine>>("GET", "/staff/users", {
      query: { q: filter.q || null, status: filter.status || null, role: filter.role || null, cursor },
      signal,
    }),
  /** What these users are called. */
  names: (ids: string[], signal?: AbortSignal) =>
    request<{ items: Pick<UserLine, "id" | "displayName">[] }>("GET", "/staff/users/names", {
      query: { id: ids.join(",") },
      signal,
    }),
  look: (id: string, signal?: AbortSignal) => request<UserCard>("GET", user(id), { signal }),
  suspend: (id: string, reason: string) =>
    request<void>("PUT", `${user(id)}/suspension`, { body: { reason } }),
  restore: (id: string) => request<void>("DELETE", `${user(id)}/suspension`),
  endSessions: (id: string) => request<void>("DELETE", `${user(id)}/sessions`),
  resend: (id: string, kind: "verification") =>
    request<void>("POST", `${user(id)}/mails`, { body: { kind } }),
  appoint: (id: string, role: ConsoleRole | null) =>
    request<void>("PUT", `${user(id)}/role`, { body: { role } }),
};

/** A line of the audit trail. */
export type AuditEntry = {
  id: number;
  actorUserId: string | null;
  network: string | null;
  entityType: string;
  entityId: string | null;
  action: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  createdAt: string;
};

export type AuditDetail = { entry: AuditEntry; address: string | null; note: string | null };

/** Empty words stand for anything. Days are whole ones of the reader's zone. */
export type AuditFilter = {
  actor: string;
  entityType: string;
  entityId: string;
  action: string;
  from: string;
  to: string;
};

export type ChainState = {
  sealedUntil: string | null;
  checked: { checkedAt: string; rows: number; fault: string | null } | null;
};

function asked({ actor, entityType, entityId, action, from, to }: AuditFilter) {
  return {
    actor: actor || null,
    entityType: entityType || null,
    entityId: entityId || null,
    action: action || null,
    from: from ? new Date(`${from}T00:00:00`).toISOString() : null,
    to: to ? new Date(new Date(`${to}T00:00:00`).getTime() + 86_400_000).toISOString() : null,
  };
}

export const audit = {
  list: (filter: AuditFilter, cursor: number | null, signal?: AbortSignal) =>
    request<{ items: AuditEntry[]; nextCursor: number | null }>("GET", "/staff/audit", {
      query: { ...asked(filter), cursor },
      signal,
    }),
  look: (id: number, signal?: AbortSignal) => request<AuditDetail>("GET", `/staff/audit/${id}`, { signal }),
  chain: (signal?: AbortSignal) => request<ChainState>("GET", "/staff/audit/chain", { signal }),
  check: () => request<ChainState>("POST", "/staff/audit/chain/check"),
  acknowledge: () => request<void>("DELETE", "/staff/audit/chain/fault"),
  export: (filter: AuditFilter, format: "csv" | "jsonl") =>
    download("POST", "/staff/audit/exports", { body: { ...asked(filter), format } }),
};
