import { request } from "./http";

export type KeyScope = "account:read" | "meetings:read" | "meetings:write" | "chat:read" | "chat:write";

export type ApiKey = {
  id: string;
  name: string;
  /** The beginning and the end of the key. */
  hint: string;
  scopes: KeyScope[];
  createdAt: string;
  expiresAt: string | null;
  /** True to a minute. */
  lastUsedAt: string | null;
  isExpired: boolean;
};

export const keys = {
  list: (signal?: AbortSignal) =>
    request<{ items: ApiKey[] }>("GET", "/users/me/api-keys", { signal }).then(({ items }) => items),
  /** The secret is told this once. */
  make: (body: { name: string; scopes: KeyScope[]; expiresAt?: string }) =>
    request<{ key: ApiKey; secret: string }>("POST", "/users/me/api-keys", { body }),
  revoke: (id: string) => request<void>("DELETE", `/users/me/api-keys/${id}`),
};
