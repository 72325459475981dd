import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { passwords } from "../api/entry";
import { isCode, sentenceOf } from "../api/problem";
import { meQuery } from "../api/queries";
import { Button, ButtonLink } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PasswordField } from "../ui/TextField";
import { usePageTitle } from "../ui/usePageTitle";
import { EntryFrame, TextLink } from "./EntryFrame";
import { PasswordMeter } from "./PasswordMeter";
import { strengthOf } from "./passwordStrength";
import { useAccountForm } from "./useAccountForm";
import { useLinkToken } from "./useLinkToken";
import { newPasswordFault } from "./validate";

/** Where the mailed link leads: a new password, then to log-in. */
export default function ResetPage() {
  usePageTitle("Choose a new password");
  const { token, forget } = useLinkToken();
  const [done, setDone] = useState(false);
  const look = useQuery({
    queryKey: ["password-reset", token],
    queryFn: ({ signal }) => passwords.look(token, signal),
    staleTime: Infinity,
  });
  const over = !done && look.error;
  return (
    <EntryFrame
      other={<TextLink to="/login">Log in</TextLink>}
      title={done ? "Your password is changed" : over ? "This link does not open" : "Choose a new password"}
      lead={
        done
          ? "All your devices are logged out. Log in with the new one."
          : over
            ? "A link for a new password works once, for 60 minutes."
            : look.data
              ? `For ${look.data.email}.`
              : "For your account."
      }
      felt={
        <>
          A new key.
          <br />
          The same table.
        </>
      }
    >
      {done || over ? (
        <div className="mt-6 flex flex-col items-start gap-4">
          {over && <Notice tone="warn">{sentenceOf(look.error)}</Notice>}
          <ButtonLink to={done ? "/login" : "/forgot"} kind="primary" size="main">
            {done ? "Log in" : "Ask for a new link"}
          </ButtonLink>
        </div>
      ) : (
        <NewPassword
          token={token}
          email={look.data?.email ?? ""}
          onDone={() => {
            forget();
            setDone(true);
          }}
          onOver={() => void look.refetch()}
        />
      )}
    </EntryFrame>
  );
}

function NewPassword({
  token,
  email,
  onDone,
  onOver,
}: {
  token: string;
  email: string;
  onDone: () => void;
  onOver: () => void;
}) {
  const queries = useQueryClient();
  const form = useAccountForm(
    { password: "" },
    (_, value) => newPasswordFault(value),
    async ({ password }) => {
      try {
        await passwords.reset({ token, password });
      } catch (error) {
        if (isCode(error, "reset_link_used")) onOver();
        throw error;
      }
      queries.setQueryData(meQuery.queryKey, null);
      onDone();
    },
  );
  return (
    <form onSubmit={form.submit} noValidate className="mt-6 flex flex-col gap-4">
      {/* Tells password managers whose password it is. */}
      <input type="email" value={email} readOnly autoComplete="username" hidden />
      <PasswordField
        {...form.bind("password")}
        label="New password"
        autoComplete="new-password"
        autoFocus
        hint={<PasswordMeter strength={strengthOf(form.values.password, [email.split("@")[0] ?? ""])} />}
      />
      {form.refusal && <Notice tone="error">{form.refusal}</Notice>}
      <Button type="submit" kind="primary" size="main" busy={form.busy} className="mt-1 w-full">
        Change my password
      </Button>
    </form>
  );
}
