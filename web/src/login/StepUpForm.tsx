import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { isCode, sentenceOf } from "../api/problem";
import { proof, type ShownProof } from "../api/proof";
import type { ProofWays, SecondProof } from "../api/stepUp";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PasswordField, TextField } from "../ui/TextField";
import { CodeField, shownCode, type Code } from "./CodeField";
import { MailedCodeButton } from "./MailedCodeButton";
import { PasskeyProof } from "./PasskeyProof";

type StepUpFormProps = { ways: ProofWays; onDone: () => void; onCancel: () => void };

/** The ways this user has to confirm: a passkey, a password or a mailed code, the latter two with the app's code. */
export function StepUpForm({ ways: { ways, second }, onDone, onCancel }: StepUpFormProps) {
  const typed = ways.find((way) => way !== "passkey");
  return (
    <div className="flex flex-col gap-4">
      {ways.includes("passkey") && <PasskeyProof onDone={onDone} />}
      {ways.includes("passkey") && typed && <Or />}
      {typed ? (
        <TypedProof byMail={typed === "mail_code"} second={second} onDone={onDone} onCancel={onCancel} />
      ) : (
        <Button kind="quiet" onClick={onCancel} className="tablet:self-end">
          Cancel
        </Button>
      )}
    </div>
  );
}

function Or() {
  return (
    <div className="flex items-center gap-3 text-small text-ink-3">
      <span className="h-px flex-1 bg-line" />
      or
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}

type TypedProofProps = { byMail: boolean; second: SecondProof[]; onDone: () => void; onCancel: () => void };

function TypedProof({ byMail, second, onDone, onCancel }: TypedProofProps) {
  const needsCode = second.length > 0;
  const [secret, setSecret] = useState("");
  const [code, setCode] = useState<Code>({
    kind: second.includes("totp") ? "code" : "recoveryCode",
    text: "",
  });
  const [tried, setTried] = useState(false);
  const show = useMutation({
    mutationFn: () => proof.show(shown(byMail, secret, needsCode ? code : null)),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (secret && (!needsCode || code.text) && !show.isPending) show.mutate();
  };
  const wrongSecret = isCode(show.error, "wrong_password") || (byMail && isCode(show.error, "wrong_code"));
  const wrongCode = !byMail && isCode(show.error, "wrong_code");
  const missing = byMail ? "The mailed code is missing." : "Your password is missing.";
  const field = {
    value: secret,
    error: tried && !secret ? missing : wrongSecret ? sentenceOf(show.error) : undefined,
    onChange: (event: { target: { value: string } }) => {
      setSecret(event.target.value);
      show.reset();
    },
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {byMail ? (
        <>
          <MailedCodeButton />
          <TextField
            {...field}
            label="Mailed code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
          />
        </>
      ) : (
        <PasswordField {...field} label="Password" autoComplete="current-password" />
      )}
      {needsCode && (
        <CodeField
          code={code}
          both={second.length > 1}
          error={
            tried && !code.text ? "The code is missing." : wrongCode ? sentenceOf(show.error) : undefined
          }
          onChange={(next) => {
            setCode(next);
            show.reset();
          }}
        />
      )}
      {show.error && !wrongSecret && !wrongCode && <Notice tone="error">{sentenceOf(show.error)}</Notice>}
      <div className="flex gap-2 tablet:justify-end">
        <Button kind="quiet" onClick={onCancel} className="max-tablet:flex-1">
          Cancel
        </Button>
        <Button type="submit" kind="primary" busy={show.isPending} className="max-tablet:flex-1">
          Confirm
        </Button>
      </div>
    </form>
  );
}

function shown(byMail: boolean, secret: string, code: Code | null): ShownProof {
  const first = byMail ? { mailCode: secret.trim() } : { password: secret };
  return code ? { ...first, ...shownCode(code) } : first;
}
