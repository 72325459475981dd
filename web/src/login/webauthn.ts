import type { CreationOptions, RequestOptionsJson } from "../api/factors";
import { ApiError } from "../api/problem";

/** Whether this browser can make and use passkeys for this server, which has to stand at its public address. */
export function passkeysPossible(publicUrl: string | undefined): boolean {
  return (
    typeof PublicKeyCredential !== "undefined" &&
    isSecureContext &&
    location.origin === publicUrl &&
    !/^[\d.]+$|^\[/.test(location.hostname)
  );
}

/** Has the browser make a passkey; answers with its JSON. Throws `passkey_cancelled` or `passkey_known`. */
export async function makePasskey(options: CreationOptions): Promise<unknown> {
  const credential = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: options.excludeCredentials.map(descriptor),
      },
    }),
  );
  const response = credential.response as AuthenticatorAttestationResponse;
  return {
    ...common(credential),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  };
}

type Ask = { signal?: AbortSignal; mediation?: CredentialMediationRequirement };

/** Has the browser ask for a passkey; answers with its JSON. Throws `passkey_cancelled`. */
export async function usePasskeyOf(options: RequestOptionsJson, ask: Ask = {}): Promise<unknown> {
  const credential = await asked(() =>
    navigator.credentials.get({
      ...ask,
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        allowCredentials: options.allowCredentials.map(descriptor),
      },
    }),
  );
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    ...common(credential),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : undefined,
    },
  };
}

/** Turns the browser's own errors into sentences of ours. */
async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await ask();
    if (credential) return credential as PublicKeyCredential;
  } catch (error) {
    if (error instanceof DOMException && error.name === "InvalidStateError") {
      throw refusal("passkey_known", "This device has a passkey for your account already.");
    }
    if (error instanceof DOMException && error.name === "AbortError") throw error;
  }
  throw refusal("passkey_cancelled", "No passkey was used. Try again, or choose another way.");
}

const refusal = (code: string, detail: string) => new ApiError({ status: 0, code, title: "Passkey", detail });

const descriptor = ({ id, type, transports }: RequestOptionsJson["allowCredentials"][number]) => ({
  id: bytes(id),
  type,
  transports: transports as AuthenticatorTransport[] | undefined,
});

const common = (credential: PublicKeyCredential) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
  clientExtensionResults: {},
});

/** Bytes from base64url (RFC 4648 §5). */
export function bytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

/** Bytes as base64url without padding. */
export function text(buffer: ArrayBuffer): string {
  const plain = btoa(String.fromCharCode(...new Uint8Array(buffer)));
  return plain.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
