import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "../api/queries";
import { isCode, sentenceOf } from "../api/problem";
import { verification } from "../api/users";
import { Button, ButtonLink } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PasswordField } from "../ui/TextField";
import { usePageTitle } from "../ui/usePageTitle";
import { EntryFrame } from "./EntryFrame";
import { useLinkToken } from "./useLinkToken";

/** After these there is nothing left to press. */
const OVER = ["verification_link_used", "verification_done"];

/**
 * Where a mailed link leads. Opening it changes nothing; the button confirms. Who is not logged in here gives the
 * password as well.
 */
export default function VerifyPage() {
  usePageTitle("Confirm your e-mail");
  const { token, forget } = useLinkToken();
  const queries = useQueryClient();
  const look = useQuery({
    queryKey: ["verification", token],
    queryFn: ({ signal }) => verification.look(token, signal),
    staleTime: Infinity,
  });
  const [password, setPassword] = useState("");
  const confirm = useMutation({
    mutationFn: () => verification.confirm(token, password || undefined),
    onSuccess: () => {
      forget();
      return queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
    onError: (error) => setAsksForPassword((before) => before || isCode(error, "password_needed")),
  });
  const [asksForPassword, setAsksForPassword] = useState(false);
  const over = look.error ?? (isCode(confirm.error, ...OVER) ? confirm.error : null);
  const done = confirm.isSuccess || isCode(over, "verification_done");
  return (
    <EntryFrame
      title={done ? "Your e-mail is confirmed" : "Confirm your e-mail"}
      lead={
        look.data
          ? `It is ${look.data.email}.`
          : done
            ? "This link has worked already. There is nothing left to do."
            : "The link in the mail works once."
      }
      felt={
        <>
          One click,
          <br />
          and the seat has your name.
        </>
      }
    >
      {done || over ? (
        <div className="mt-6 flex flex-col items-start gap-4">
          {!done && <Notice tone="warn">{sentenceOf(over)}</Notice>}
          <ButtonLink to={done ? "/home" : "/account"} kind="primary" size="main">
            {done ? "My meetings" : "To my account"}
          </ButtonLink>
        </div>
      ) : (
        <form
          className="mt-6 flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            confirm.mutate();
          }}
        >
          {confirm.error && <Notice tone="warn">{sentenceOf(confirm.error)}</Notice>}
          {asksForPassword && (
            <PasswordField
              label="Password"
              autoComplete="current-password"
              autoFocus
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
          <Button
            type="submit"
            kind="primary"
            size="main"
            busy={confirm.isPending || look.isPending}
            className="w-full"
          >
            Confirm
          </Button>
        </form>
      )}
    </EntryFrame>
  );
}
