import type { RequestOptionsJson } from "./factors";
import { request } from "./http";

export type ShownProof = {
  password?: string;
  mailCode?: string;
  code?: string;
  recoveryCode?: string;
  passkey?: unknown;
};

/** Confirming that it is still oneself. Throws `wrong_password`, `wrong_code` or `passkey_refused`. */
export const proof = {
  show: (body: ShownProof) => request<{ provenUntil: string }>("POST", "/sessions/current/proof", { body }),
  passkeyOptions: () => request<RequestOptionsJson>("POST", "/sessions/current/proof/passkey-options"),
  mailCode: () => request<void>("POST", "/sessions/current/proof/mail"),
};
