import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { meQuery } from "../api/queries";
import { sentenceOf } from "../api/problem";
import { verification } from "../api/users";
import { Button, ButtonLink } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { usePageTitle } from "../ui/usePageTitle";
import { EntryFrame } from "./EntryFrame";

/** Where a mailed link leads. Opening it changes nothing; the button confirms. */
export default function VerifyPage() {
  usePageTitle("Confirm your e-mail");
  const token = useSearchParams()[0].get("token") ?? "";
  const queries = useQueryClient();
  const look = useQuery({
    queryKey: ["verification", token],
    queryFn: ({ signal }) => verification.look(token, signal),
    staleTime: Infinity,
  });
  const confirm = useMutation({
    mutationFn: () => verification.confirm(token),
    onSuccess: () => queries.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  const refused = confirm.error ?? look.error;
  return (
    <EntryFrame
      title={confirm.isSuccess ? "Your e-mail is confirmed" : "Confirm your e-mail"}
      lead={look.data ? `It is ${look.data.email}.` : "The link in the mail works once."}
      felt={
        <>
          One click,
          <br />
          and the seat has your name.
        </>
      }
    >
      <div className="mt-6 flex flex-col items-start gap-4">
        {refused && <Notice tone="warn">{sentenceOf(refused)}</Notice>}
        {confirm.isSuccess || refused ? (
          <ButtonLink to={refused ? "/account" : "/home"} kind="primary" size="main">
            {refused ? "To my account" : "My meetings"}
          </ButtonLink>
        ) : (
          <Button
            kind="primary"
            size="main"
            busy={confirm.isPending || look.isPending}
            onClick={() => confirm.mutate()}
            className="w-full"
          >
            Confirm
          </Button>
        )}
      </div>
    </EntryFrame>
  );
}
