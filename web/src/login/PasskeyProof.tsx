import { useMutation } from "@tanstack/react-query";
import { Fingerprint } from "lucide-react";
import { isCode, sentenceOf } from "../api/problem";
import { proof } from "../api/proof";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { usePasskeyOf } from "./webauthn";

/** Confirms by a passkey. */
export function PasskeyProof({ onDone }: { onDone: () => void }) {
  const show = useMutation({
    mutationFn: async () => proof.show({ passkey: await usePasskeyOf(await proof.passkeyOptions()) }),
    onSuccess: onDone,
  });
  return (
    <>
      <Button icon={Fingerprint} busy={show.isPending} onClick={() => show.mutate()} className="w-full">
        Use a passkey
      </Button>
      {show.error && (
        <Notice tone={isCode(show.error, "passkey_cancelled") ? "info" : "error"}>
          {sentenceOf(show.error)}
        </Notice>
      )}
    </>
  );
}
