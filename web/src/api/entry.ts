import { request } from "./http";
import type { Me } from "./types";

/** Another way to log in than a password here. */
export type Provider = { id: string; name: string };

export const passwords = {
  /** Says the same whoever has the address. */
  forgot: (email: string) => request<void>("POST", "/password-resets", { body: { email } }),
  /** Whose password a mailed link changes. Throws `reset_link_used` when it has done its work. */
  look: (token: string, signal?: AbortSignal) =>
    request<{ email: string }>("GET", "/password-reset", { linkToken: token, signal }),
  reset: (body: { token: string; password: string }) => request<void>("POST", "/password-reset", { body }),
  /** When it was chosen; null where there is none. */
  mine: (signal?: AbortSignal) =>
    request<{ changedAt: string | null }>("GET", "/users/me/password", { signal }),
  change: (password: string) => request<void>("PUT", "/users/me/password", { body: { password } }),
};

type Addresses = { oldEmail: string; newEmail: string };

export const emailChange = {
  /** The address that waits for its confirmation. */
  waiting: (signal?: AbortSignal) =>
    request<{ email: string | null }>("GET", "/users/me/email-change", { signal }),
  begin: (email: string) => request<{ email: string }>("PUT", "/users/me/email-change", { body: { email } }),
  cancel: () => request<void>("DELETE", "/users/me/email-change"),
  look: (token: string, signal?: AbortSignal) =>
    request<Addresses>("GET", "/email-change", { linkToken: token, signal }),
  confirm: (token: string) => request<Addresses>("POST", "/email-change", { body: { token } }),
  lookAtStop: (token: string, signal?: AbortSignal) =>
    request<Addresses>("GET", "/email-change/stop", { linkToken: token, signal }),
  /** Answers with the token by which a new password is chosen. */
  stop: (token: string) => request<{ resetToken: string }>("POST", "/email-change/stop", { body: { token } }),
};

export type OwnSession = {
  id: string;
  /** Browser and system in words. */
  device: string;
  handheld: boolean;
  /** The address it came from, cut. */
  place: string;
  address: string;
  createdAt: string;
  lastUsedAt: string;
  current: boolean;
};

export const ownSessions = {
  list: (signal?: AbortSignal) => request<{ items: OwnSession[] }>("GET", "/sessions", { signal }),
  end: (id: string) => request<void>("DELETE", `/sessions/${id}`),
  endOthers: () => request<void>("DELETE", "/sessions"),
};

/** What a provider's redirect brought back. */
export type SocialAnswer = {
  code: string | null;
  state: string | null;
  issuer: string | null;
  error: string | null;
};

/** A user, who is logged in; or what is still to be done, or was. */
export type SocialOutcome = Me | { secondStep: string[] } | { outcome: "linked" | "confirm_email" };

export type LinkedAccount = {
  provider: string;
  name: string;
  email: string | null;
  linkedAt: string;
  lastUsedAt: string;
};

export const social = {
  /** Where to go to log in. */
  begin: (provider: string) => request<{ url: string }>("POST", `/social-logins/${provider}`),
  /** Where to go to link an account there. */
  beginLink: (provider: string) => request<{ url: string }>("POST", `/users/me/linked-accounts/${provider}`),
  answer: (provider: string, body: SocialAnswer) =>
    request<SocialOutcome>("POST", `/social-logins/${provider}/answer`, { body }),
  linked: (signal?: AbortSignal) =>
    request<{ items: LinkedAccount[] }>("GET", "/users/me/linked-accounts", { signal }),
  unlink: (provider: string) => request<void>("DELETE", `/users/me/linked-accounts/${provider}`),
};

export type EntryRules = {
  signUp: "open" | "domains" | "invitation" | "closed";
  signUpDomains: string[];
  hosts: "everyone" | "verified" | "domains" | "staff";
  hostDomains: string[];
  verifiedOnly: boolean;
  /** Whether they were set in the console; else the settings file holds. */
  fromConsole: boolean;
  /** Of the rules as they were read: who saves older ones is told. */
  version: number;
};

export type Invitation = {
  id: string;
  email: string;
  state: "open" | "accepted" | "revoked" | "expired";
  invitedBy: string | null;
  sentAt: string;
  expiresAt: string;
};

export const entryRules = {
  get: (signal?: AbortSignal) => request<EntryRules>("GET", "/staff/entry-rules", { signal }),
  change: (body: Omit<EntryRules, "fromConsole">) =>
    request<EntryRules>("PUT", "/staff/entry-rules", { body }),
  reset: () => request<EntryRules>("DELETE", "/staff/entry-rules"),
};

export const invitations = {
  /** Whom a mailed link invites. Throws `invitation_over` when it has done its work. */
  look: (token: string, signal?: AbortSignal) =>
    request<{ email: string }>("GET", "/invitation", { linkToken: token, signal }),
  list: (cursor?: string | null, signal?: AbortSignal) =>
    request<{ items: Invitation[]; nextCursor: string | null }>("GET", "/staff/invitations", {
      query: { cursor },
      signal,
    }),
  invite: (email: string) => request<Invitation>("POST", "/staff/invitations", { body: { email } }),
  resend: (id: string) => request<Invitation>("POST", `/staff/invitations/${id}/resend`),
  revoke: (id: string) => request<void>("DELETE", `/staff/invitations/${id}`),
};
