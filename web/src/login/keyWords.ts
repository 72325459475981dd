import type { ApiKey, KeyScope } from "../api/keys";
import { dateName, exactTime } from "../ui/words";

/** What a key may be allowed, in the order in which it is offered. */
export const scopes: { scope: KeyScope; label: string; hint: string }[] = [
  { scope: "account:read", label: "See your account", hint: "Name, e-mail, picture and plan." },
  { scope: "meetings:read", label: "See your meetings", hint: "Titles, times, codes and who is in." },
  { scope: "meetings:write", label: "Run your meetings", hint: "Make, change, join and end them, as you." },
  { scope: "chat:read", label: "Read the chat of your meetings", hint: "" },
  { scope: "chat:write", label: "Write in the chat of your meetings", hint: "As you." },
];

export const lifetimes = [
  { days: 30, label: "30 days" },
  { days: 90, label: "90 days" },
  { days: 365, label: "One year" },
  { days: 0, label: "Until it is revoked" },
];

const DAY_MS = 86_400_000;

export const expiryOf = (days: number, now: number): string | undefined =>
  days > 0 ? new Date(now + days * DAY_MS).toISOString() : undefined;

/** What a key may do, in words. */
export function rightsOf(key: ApiKey): string {
  return scopes
    .filter(({ scope }) => key.scopes.includes(scope))
    .map(({ label }) => label)
    .join(" · ");
}

/** When it was last used and until when it holds. */
export function timesOf(key: ApiKey): string {
  const used = key.lastUsedAt ? `Last used ${exactTime(key.lastUsedAt)}` : "Never used";
  if (!key.expiresAt) return `${used}, holds until it is revoked`;
  return `${used}, ${key.isExpired ? "expired" : "expires"} on ${dateName(key.expiresAt)}`;
}
