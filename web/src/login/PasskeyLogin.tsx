import { useMutation, useQuery } from "@tanstack/react-query";
import { Fingerprint } from "lucide-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { passkeyLogin } from "../api/factors";
import { isCode, sentenceOf } from "../api/problem";
import { configQuery } from "../api/queries";
import type { Me } from "../api/types";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { passkeysPossible, usePasskeyOf } from "./webauthn";

/** Logging in with a passkey: by a button, and offered by the browser in the field for the address. */
export function PasskeyLogin({ onIn }: { onIn: (me: Me) => Promise<void> }) {
  const publicUrl = useQuery(configQuery).data?.publicUrl;
  const possible = passkeysPossible(publicUrl);
  // As long as the address is not known the button stands, so that nothing moves when it is.
  const shown = possible || (publicUrl === undefined && passkeysPossible(location.origin));
  const stopOffering = useOffer(possible, onIn);
  const logIn = useMutation({
    mutationFn: async () => {
      // Browsers ask for one passkey at a time.
      stopOffering();
      await onIn(await passkeyLogin.logIn(await usePasskeyOf(await passkeyLogin.options())));
    },
  });
  if (!shown) return null;
  return (
    <div className="mt-4 flex flex-col gap-4">
      <div className="flex items-center gap-3 text-small text-ink-3">
        <span className="h-px flex-1 bg-line" />
        or
        <span className="h-px flex-1 bg-line" />
      </div>
      <Button
        icon={Fingerprint}
        size="main"
        busy={logIn.isPending}
        onClick={() => logIn.mutate()}
        className="w-full"
      >
        Log in with a passkey
      </Button>
      {logIn.error && (
        <Notice tone={isCode(logIn.error, "passkey_cancelled") ? "info" : "error"}>
          {sentenceOf(logIn.error)}
        </Notice>
      )}
    </div>
  );
}

/** Has the browser offer passkeys among its suggestions, where it can. Answers with what takes that back. */
function useOffer(possible: boolean, onIn: (me: Me) => Promise<void>): () => void {
  const underWay = useRef<AbortController | null>(null);
  const arrive = useEffectEvent(onIn);
  useEffect(() => {
    if (!possible) return;
    const offer = new AbortController();
    underWay.current = offer;
    offerPasskeys(offer.signal)
      .then((me) => me && arrive(me))
      // An offer that nobody took, or that failed, is no news: the button says why.
      .catch(() => {});
    return () => offer.abort();
  }, [possible]);
  return () => underWay.current?.abort();
}

async function offerPasskeys(signal: AbortSignal): Promise<Me | null> {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return null;
  const options = await passkeyLogin.options(signal);
  return passkeyLogin.logIn(await usePasskeyOf(options, { signal, mediation: "conditional" }));
}
