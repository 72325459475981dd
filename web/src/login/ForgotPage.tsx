import { useState } from "react";
import { passwords } from "../api/entry";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { TextField } from "../ui/TextField";
import { usePageTitle } from "../ui/usePageTitle";
import { EntryFrame, TextLink } from "./EntryFrame";
import { LookInYourMail } from "./LookInYourMail";
import { useAccountForm } from "./useAccountForm";
import { emailFault } from "./validate";

/** Asks for the link by which a new password is chosen. Says the same whoever has the address. */
export default function ForgotPage() {
  usePageTitle("Forgot your password?");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useAccountForm(
    { email: "" },
    (_, value) => emailFault(value),
    async ({ email }) => {
      await passwords.forgot(email.trim());
      setSentTo(email.trim());
    },
  );
  if (sentTo) {
    return (
      <LookInYourMail>
        If there is an account with the address {sentTo}, a link is on its way there. It works once, for 60
        minutes.
      </LookInYourMail>
    );
  }
  return (
    <EntryFrame
      other={<TextLink to="/login">Log in</TextLink>}
      title="Forgot your password?"
      lead="We send a link to your address. It lets you choose a new one."
      felt={
        <>
          Your seat is kept.
          <br />
          Take your time.
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
        {form.refusal && <Notice tone="error">{form.refusal}</Notice>}
        <Button type="submit" kind="primary" size="main" busy={form.busy} className="mt-1 w-full">
          Send the link
        </Button>
      </form>
    </EntryFrame>
  );
}
