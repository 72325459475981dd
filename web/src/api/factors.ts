import { request } from "./http";
import type { Me } from "./types";

export type Passkey = {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
  /** Whether the owner's other devices have it too. */
  backedUp: boolean;
  /** When its counter went back, so that it may have been copied. */
  suspectSince: string | null;
};

export type SecurityEvent = { kind: string; address: string | null; at: string };

export type Security = {
  /** Whether there is a password. */
  password: boolean;
  emailVerified: boolean;
  factors: {
    passkeys: Passkey[];
    /** Since when an authenticator app is on. */
    appSince: string | null;
    /** Whether a passkey is asked for after the password. */
    passkeyStep: boolean;
    recoveryCodesLeft: number;
    recoveryCodesOf: number;
  };
  events: SecurityEvent[];
};

export type AppSetup = { secret: string; uri: string; qr: { size: number; path: string } };

type TurnedOn = { recoveryCodes: string[] };

export const security = {
  look: (signal?: AbortSignal) => request<Security>("GET", "/users/me/security", { signal }),
  startApp: () => request<AppSetup>("POST", "/users/me/authenticator-app"),
  /** Throws `wrong_code` or `setup_expired`. Answers with codes where there were none. */
  confirmApp: (code: string) =>
    request<TurnedOn>("POST", "/users/me/authenticator-app/confirmation", { body: { code } }),
  turnAppOff: () => request<void>("DELETE", "/users/me/authenticator-app"),
  turnPasskeyStepOn: () => request<TurnedOn>("PUT", "/users/me/passkey-step"),
  turnPasskeyStepOff: () => request<void>("DELETE", "/users/me/passkey-step"),
  newRecoveryCodes: () => request<TurnedOn>("POST", "/users/me/recovery-codes"),
};

export const passkeys = {
  options: () => request<CreationOptions>("POST", "/users/me/passkeys/options"),
  add: (name: string, credential: unknown) =>
    request<Passkey>("POST", "/users/me/passkeys", { body: { name, credential } }),
  rename: (id: string, name: string) =>
    request<void>("PATCH", `/users/me/passkeys/${id}`, { body: { name } }),
  /** Throws `last_way_in` or `last_second_step`. */
  remove: (id: string) => request<void>("DELETE", `/users/me/passkeys/${id}`),
};

export type SecondStepWay = "passkey" | "totp" | "recovery_code";
export type ShownFactor = { code?: string; recoveryCode?: string; passkey?: unknown };

/** The second step of a log-in. Throws `second_step_over` when none is due, or no longer. */
export const secondStep = {
  due: (signal?: AbortSignal) =>
    request<{ ways: SecondStepWay[] }>("GET", "/sessions/second-step", { signal }),
  passkeyOptions: () => request<RequestOptionsJson>("POST", "/sessions/second-step/passkey-options"),
  show: (body: ShownFactor) => request<Me>("POST", "/sessions/second-step", { body }),
};

export const passkeyLogin = {
  options: (signal?: AbortSignal) =>
    request<RequestOptionsJson>("POST", "/sessions/passkey/options", { signal }),
  logIn: (answer: unknown) => request<Me>("POST", "/sessions/passkey", { body: answer }),
};

type Descriptor = { type: "public-key"; id: string; transports?: string[] };

/** `PublicKeyCredentialCreationOptionsJSON` as far as we use it (WebAuthn §5.1.8); bytes in base64url. */
export type CreationOptions = {
  rp: { id: string; name: string };
  user: { id: string; name: string; displayName: string };
  challenge: string;
  pubKeyCredParams: { type: "public-key"; alg: number }[];
  timeout: number;
  excludeCredentials: Descriptor[];
  authenticatorSelection: AuthenticatorSelectionCriteria;
  attestation: AttestationConveyancePreference;
};

/** `PublicKeyCredentialRequestOptionsJSON` (WebAuthn §5.1.9). */
export type RequestOptionsJson = {
  challenge: string;
  rpId: string;
  timeout: number;
  userVerification: UserVerificationRequirement;
  allowCredentials: Descriptor[];
};
