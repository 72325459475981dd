import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { isCode, sentenceOf } from "../api/problem";
import { proof } from "../api/proof";
import type { ProofWays } from "../api/stepUp";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PasswordField, TextField } from "../ui/TextField";

type StepUpFormProps = { ways: ProofWays; onDone: () => void; onCancel: () => void };

/** The ways this user has to confirm: a password, or a code that is mailed. */
export function StepUpForm({ ways: { ways }, onDone, onCancel }: StepUpFormProps) {
  const byMail = !ways.includes("password");
  const [secret, setSecret] = useState("");
  const [tried, setTried] = useState(false);
  const show = useMutation({
    mutationFn: () => proof.show(byMail ? { mailCode: secret.trim() } : { password: secret }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (secret && !show.isPending) show.mutate();
  };
  const wrong = isCode(show.error, "wrong_password", "wrong_code") ? sentenceOf(show.error) : undefined;
  const missing =
    tried && !secret ? (byMail ? "The code is missing." : "Your password is missing.") : undefined;
  const field = {
    value: secret,
    error: missing ?? wrong,
    onChange: (event: { target: { value: string } }) => {
      setSecret(event.target.value);
      show.reset();
    },
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {byMail ? (
        <MailedCode field={field} />
      ) : (
        <PasswordField {...field} label="Password" autoComplete="current-password" />
      )}
      {show.error && !wrong && <Notice tone="error">{sentenceOf(show.error)}</Notice>}
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

type FieldTies = {
  value: string;
  error: string | undefined;
  onChange: (event: { target: { value: string } }) => void;
};

/** The field for six digits, and the button that has them mailed. */
function MailedCode({ field }: { field: FieldTies }) {
  const send = useMutation({ mutationFn: proof.mailCode });
  return (
    <>
      <p className="text-[14px] leading-5 text-ink-2">
        {send.isSuccess
          ? "A code is on its way to your e-mail address. It works for ten minutes."
          : "Your account has no password and no passkey. We mail you a code instead."}
      </p>
      <Button busy={send.isPending} onClick={() => send.mutate()} className="self-start">
        {send.isSuccess ? "Send another code" : "Send me a code"}
      </Button>
      {send.error && <Notice tone="error">{sentenceOf(send.error)}</Notice>}
      <TextField {...field} label="Code" inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
    </>
  );
}
