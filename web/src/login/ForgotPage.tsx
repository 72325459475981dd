import { useState } from "react";
import { useLocation } from "react-router";
import { passwords } from "../api/entry";
import { useSendsMail } from "../api/queries";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { TextField } from "../ui/TextField";
import { usePageTitle } from "../ui/usePageTitle";
import { EntryFrame, TextLink } from "./EntryFrame";
import { LookInYourMail } from "./LookInYourMail";
import { useAccountForm } from "./useAccountForm";
import { emailFault } from "./validate";

/**
 * Asks for the link by which a new password is chosen. Says the same whoever has the address; log-in hands on what was
 * typed there.
 */
export default function ForgotPage() {
  usePageTitle("Forgot your password?");
  const sendsMail = useSendsMail();
  const typed = (useLocation().state as { email?: string } | null)?.email ?? "";
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useAccountForm(
    { email: typed },
    (_, value) => emailFault(value),
    async ({ email }) => {
      await passwords.forgot(email.trim());
      setSentTo(email.trim());
    },
  );
  if (sentTo) {
    return (
      <LookInYourMail>
        {sendsMail
          ? `If there is an account with the address ${sentTo}, a link is on its way there. It works once, for 60 minutes.`
          : `If there is an account with the address ${sentTo}, whoever runs this server finds a link for it in the console's mailbox, and can hand it to you. It works once, for 60 minutes.`}
      </LookInYourMail>
    );
  }
  return (
    <EntryFrame
      other={<TextLink to="/login">Log in</TextLink>}
      title="Forgot your password?"
      lead={
        sendsMail
          ? "We send a link to your address. It lets you choose a new one."
          : "This server sends no mail. Ask for a link here, and whoever runs it can hand it to you."
      }
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
          {sendsMail ? "Send the link" : "Ask for the link"}
        </Button>
      </form>
    </EntryFrame>
  );
}
