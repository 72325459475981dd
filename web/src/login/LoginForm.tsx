import { useRef } from "react";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PasswordField, TextField } from "../ui/TextField";
import { TextLink } from "./EntryFrame";
import { RestoreOffer, restoreTokenOf } from "./RestoreOffer";
import { useAccountForm } from "./useAccountForm";
import { emailFault } from "./validate";

const checks = {
  email: emailFault,
  password: (password: string) => (password ? undefined : "Your password is missing."),
};

type LoginFormProps = {
  /** Why somebody is here again. */
  notice: string | null;
  send: (credentials: { email: string; password: string }) => Promise<void>;
};

/** Address and password. The browser may offer passkeys in the field for the address. */
export function LoginForm({ notice, send }: LoginFormProps) {
  const form = useAccountForm(
    { email: "", password: "" },
    (field, value) => checks[field](value),
    ({ email, password }) => send({ email: email.trim(), password }),
  );
  const ref = useRef<HTMLFormElement>(null);
  const restoreToken = restoreTokenOf(form.error);
  return (
    <form ref={ref} onSubmit={form.submit} noValidate className="mt-6 flex flex-col gap-4">
      {notice && <Notice tone="warn">{notice}</Notice>}
      <TextField
        {...form.bind("email")}
        label="E-mail"
        type="email"
        autoComplete="username webauthn"
        inputMode="email"
        autoFocus
      />
      <PasswordField {...form.bind("password")} label="Password" autoComplete="current-password" />
      <p className="-mt-1.5 text-small">
        <TextLink to="/forgot" state={{ email: form.values.email.trim() }}>
          Forgot your password?
        </TextLink>
      </p>
      {form.refusal && restoreToken && (
        <RestoreOffer
          sentence={form.refusal}
          token={restoreToken}
          onRestored={() => ref.current?.requestSubmit()}
        />
      )}
      {form.refusal && !restoreToken && <Notice tone="error">{form.refusal}</Notice>}
      <Button type="submit" kind="primary" size="main" busy={form.busy} className="mt-1 w-full">
        Log in
      </Button>
    </form>
  );
}
