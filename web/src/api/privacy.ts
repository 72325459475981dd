import { API, request } from "./http";

export type DataExport = {
  id: string;
  status: "waiting" | "packing" | "ready" | "failed" | "expired";
  requestedAt: string;
  /** The room that is being packed. */
  step: string | null;
  stepsDone: number;
  stepsAll: number;
  readyAt: string | null;
  expiresAt: string | null;
  sizeBytes: number | null;
};

export const privacy = {
  latest: (signal?: AbortSignal) =>
    request<{ export: DataExport | null }>("GET", "/users/me/exports/latest", { signal }).then(
      (answer) => answer.export,
    ),
  pack: () => request<DataExport>("POST", "/users/me/exports"),
  /** Confirms that it is the owner; afterwards the archive's address answers for some minutes. */
  open: (id: string) => request<void>("POST", `/users/me/exports/${id}/opening`),
  archive: (id: string) => `${API}/users/me/exports/${id}/archive`,
  deleteAccount: (confirm: string) =>
    request<{ restorableUntil: string }>("POST", "/users/me/deletion", { body: { confirm } }),
};

export const restoration = {
  look: (token: string, signal?: AbortSignal) =>
    request<{ restorableUntil: string }>("GET", "/account-restorations", { linkToken: token, signal }),
  restore: (token: string) => request<void>("POST", "/account-restorations", { body: { token } }),
};
