import { useMutation, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { passkeys } from "../api/factors";
import { isCode, sentenceOf } from "../api/problem";
import { configQuery } from "../api/queries";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { useToast } from "../ui/Toasts";
import { deviceName } from "./deviceName";
import { useLookAgain } from "./securityQuery";
import { makePasskey, passkeysPossible } from "./webauthn";

/** Has the browser make a passkey and keeps it; where that cannot be, says why. */
export function AddPasskey() {
  const publicUrl = useQuery(configQuery).data?.publicUrl;
  const toast = useToast();
  const lookAgain = useLookAgain();
  const add = useMutation({
    mutationFn: async () => passkeys.add(deviceName(), await makePasskey(await passkeys.options())),
    onSuccess: async ({ name }) => {
      await lookAgain();
      toast({ text: `The passkey is added. It is called ${name}.` });
    },
  });
  if (!publicUrl) return null;
  if (!passkeysPossible(publicUrl)) {
    return (
      <p className="py-3.5 text-[14px] leading-5 text-ink-3">
        Passkeys cannot be added here: they need a browser that knows them and this server at its own address,{" "}
        {publicUrl}.
      </p>
    );
  }
  return (
    <div className="flex flex-col items-start gap-3 py-2">
      <Button
        kind="quiet"
        icon={Plus}
        busy={add.isPending}
        onClick={() => add.mutate()}
        className="-ml-2.5 text-baize-text!"
      >
        Add a passkey
      </Button>
      {add.error && (
        <div className="w-full pb-2">
          <Notice tone={isCode(add.error, "passkey_cancelled", "step_up_cancelled") ? "info" : "error"}>
            {sentenceOf(add.error)}
          </Notice>
        </div>
      )}
    </div>
  );
}
