import type { SignUp } from "../api/users";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PasswordField, TextField } from "../ui/TextField";
import { PasswordMeter } from "./PasswordMeter";
import { strengthOf } from "./passwordStrength";
import { useAccountForm } from "./useAccountForm";
import { emailFault, nameFault, newPasswordFault } from "./validate";

const checks = { fullName: nameFault, email: emailFault, password: newPasswordFault };

/** Name, e-mail and password of somebody new. `send` throws what the server refuses. */
export function NewAccountForm({
  action,
  email: given,
  send,
}: {
  action: string;
  /** The address an invitation is for: it cannot be another. */
  email?: string;
  send: (account: SignUp) => Promise<void>;
}) {
  const form = useAccountForm(
    { fullName: "", email: given ?? "", password: "" },
    (field, value) => checks[field](value),
    ({ fullName, email, password }) =>
      send({ fullName: fullName.trim(), displayName: fullName.trim(), email: email.trim(), password }),
  );
  const { fullName, email, password } = form.values;
  const known = [...fullName.split(/\s+/), email.split("@")[0] ?? ""];
  return (
    <form onSubmit={form.submit} noValidate className="mt-6 flex flex-col gap-4">
      <TextField {...form.bind("fullName")} label="Name" autoComplete="name" maxLength={100} autoFocus />
      <TextField
        {...form.bind("email")}
        label="E-mail"
        type="email"
        autoComplete="email"
        inputMode="email"
        readOnly={given !== undefined}
      />
      <PasswordField
        {...form.bind("password")}
        label="Password"
        autoComplete="new-password"
        hint={<PasswordMeter strength={strengthOf(password, known)} />}
      />
      {form.refusal && <Notice tone="error">{form.refusal}</Notice>}
      <Button type="submit" kind="primary" size="main" busy={form.busy} className="mt-1 w-full">
        {action}
      </Button>
    </form>
  );
}
