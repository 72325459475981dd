import { useLocation } from "react-router";
import { sessions } from "../api/users";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PasswordField, TextField } from "../ui/TextField";
import { usePageTitle } from "../ui/usePageTitle";
import { EntryFrame, TextLink } from "./EntryFrame";
import { useAccountForm } from "./useAccountForm";
import { useArrive } from "./useArrive";
import { emailFault } from "./validate";

const checks = {
  email: emailFault,
  password: (password: string) => (password ? undefined : "Your password is missing."),
};

/** Where a user comes back in. */
export default function LoginPage() {
  usePageTitle("Log in");
  const arrive = useArrive();
  const { search } = useLocation();
  const form = useAccountForm(
    { email: "", password: "" },
    (field, value) => checks[field](value),
    async ({ email, password }) => arrive(await sessions.logIn({ email: email.trim(), password })),
  );
  return (
    <EntryFrame
      other={
        <>
          New here? <TextLink to={`/signup${search}`}>Sign up</TextLink>
        </>
      }
      title="Welcome back"
      lead="Your meetings are where you left them."
      felt={
        <>
          Your seat is free.
          <br />
          The others are coming.
        </>
      }
    >
      <form onSubmit={form.submit} noValidate className="mt-6 flex flex-col gap-4">
        <TextField
          {...form.bind("email")}
          label="E-mail"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoFocus
        />
        <PasswordField {...form.bind("password")} label="Password" autoComplete="current-password" />
        {form.refusal && <Notice tone="error">{form.refusal}</Notice>}
        <Button type="submit" kind="primary" size="main" busy={form.busy} className="mt-1 w-full">
          Log in
        </Button>
      </form>
    </EntryFrame>
  );
}
