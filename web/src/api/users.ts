import type { SecondStepWay } from "./factors";
import { request } from "./http";
import type { Me } from "./types";

export type SignUp = {
  email: string;
  password: string;
  fullName: string;
  displayName: string;
  /** The token of an invitation. */
  invitation?: string;
};

export type ProfileField = "fullName" | "displayName" | "phone" | "language" | "timeZone";

export const users = {
  /** Answers without a user where the address must be confirmed before anybody is let in. */
  signUp: (body: SignUp) => request<Me | { status: "confirm_email" }>("POST", "/users", { body }),
  /** What is left out stays; null or an empty text removes. */
  change: (body: Partial<Record<ProfileField, string | null>>) => request<Me>("PATCH", "/users/me", { body }),
};

export const sessions = {
  /** Who is logged in; null for nobody, which is no error. */
  current: (signal?: AbortSignal) =>
    request<{ user: Me | null }>("GET", "/sessions/current", { signal }).then(({ user }) => user),
  /** The user, or what the second step can be made with. */
  logIn: (body: { email: string; password: string }) =>
    request<Me | { secondStep: SecondStepWay[] }>("POST", "/sessions", { body }),
  logOut: () => request<void>("DELETE", "/sessions/current"),
};

export const verification = {
  /** The address that a mailed link would confirm. Throws `verification_link_used` when it has done its work. */
  look: (token: string, signal?: AbortSignal) =>
    request<{ email: string }>("GET", "/email-verification", { linkToken: token, signal }),
  /** Throws `password_needed` for who is not logged in as the user whose address it is. */
  confirm: (token: string, password?: string) =>
    request<{ email: string }>("POST", "/email-verification", { body: { token, password } }),
  sendAgain: () => request<void>("POST", "/users/me/email-verification"),
};

export const setup = {
  /** Throws `setup_link_used` when the link has done its work. */
  check: (token: string, signal?: AbortSignal) =>
    request<unknown>("GET", "/setup", { linkToken: token, signal }),
  finish: (body: SignUp & { token: string }) => request<Me>("POST", "/setup", { body }),
};
