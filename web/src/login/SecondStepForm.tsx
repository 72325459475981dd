import { useMutation } from "@tanstack/react-query";
import { Fingerprint } from "lucide-react";
import { useState, type FormEvent } from "react";
import { secondStep, type SecondStepWay, type ShownFactor } from "../api/factors";
import { isCode, sentenceOf } from "../api/problem";
import type { Me } from "../api/types";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { RestoreOffer, restoreTokenOf } from "./RestoreOffer";
import { CodeField, shownCode, type Code } from "./CodeField";
import { usePasskeyOf } from "./webauthn";

type SecondStepFormProps = {
  ways: SecondStepWay[];
  onIn: (me: Me) => Promise<void>;
  /** The log-in is over and has to begin again. */
  onOver: (sentence: string) => void;
};

/** The second step of a log-in: the app's code, a recovery code or a passkey. */
export function SecondStepForm({ ways, onIn, onOver }: SecondStepFormProps) {
  const show = useMutation({
    mutationFn: async (shown: ShownFactor | "passkey") => {
      const factor =
        shown === "passkey" ? { passkey: await usePasskeyOf(await secondStep.passkeyOptions()) } : shown;
      await onIn(await secondStep.show(factor));
    },
    onError: (error) => isCode(error, "second_step_over") && onOver(sentenceOf(error)),
  });
  const restoreToken = restoreTokenOf(show.error);
  const byPasskey = show.variables === "passkey";
  const refused = show.error ? sentenceOf(show.error) : undefined;
  if (restoreToken) {
    return (
      <div className="mt-6">
        <RestoreOffer
          sentence={sentenceOf(show.error)}
          token={restoreToken}
          onRestored={() => onOver("Your account is restored. Log in again.")}
        />
      </div>
    );
  }
  return (
    <div className="mt-6 flex flex-col gap-4">
      {ways.includes("passkey") && (
        <Button
          icon={Fingerprint}
          size="main"
          kind={ways.includes("totp") ? "secondary" : "primary"}
          busy={show.isPending && byPasskey}
          onClick={() => show.mutate("passkey")}
          className="w-full"
        >
          Use a passkey
        </Button>
      )}
      {byPasskey && refused && (
        <Notice tone={isCode(show.error, "passkey_cancelled") ? "info" : "error"}>{refused}</Notice>
      )}
      <TypedFactor
        ways={ways}
        busy={show.isPending && !byPasskey}
        refused={byPasskey ? undefined : refused}
        onShow={(code) => show.mutate(shownCode(code))}
        onChange={() => show.reset()}
      />
    </div>
  );
}

type TypedFactorProps = {
  ways: SecondStepWay[];
  busy: boolean;
  refused: string | undefined;
  onShow: (code: Code) => void;
  onChange: () => void;
};

function TypedFactor({ ways, busy, refused, onShow, onChange }: TypedFactorProps) {
  const app = ways.includes("totp");
  const recovery = ways.includes("recovery_code");
  const [code, setCode] = useState<Code>({ kind: app ? "code" : "recoveryCode", text: "" });
  const [tried, setTried] = useState(false);
  if (!app && !recovery) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (code.text && !busy) onShow(code);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <CodeField
        code={code}
        both={app && recovery}
        autoFocus={app}
        error={tried && !code.text ? "The code is missing." : refused}
        onChange={(next) => {
          setCode(next);
          setTried(false);
          onChange();
        }}
      />
      <Button type="submit" size="main" kind={app ? "primary" : "secondary"} busy={busy} className="w-full">
        Log in
      </Button>
    </form>
  );
}
