import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { emailChange } from "../api/entry";
import { isCode, sentenceOf } from "../api/problem";
import { meQuery } from "../api/queries";
import { Button, ButtonLink } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { usePageTitle } from "../ui/usePageTitle";
import { EntryFrame } from "./EntryFrame";
import { useLinkToken } from "./useLinkToken";

/** Where the link to a new address leads. Opening it changes nothing; the button confirms. */
export default function EmailChangePage() {
  usePageTitle("Confirm your new e-mail");
  const { token, forget } = useLinkToken();
  const queries = useQueryClient();
  const look = useQuery({
    queryKey: ["email-change", token],
    queryFn: ({ signal }) => emailChange.look(token, signal),
    staleTime: Infinity,
  });
  const confirm = useMutation({
    mutationFn: () => emailChange.confirm(token),
    onSuccess: () => {
      forget();
      return queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  const loggedOut = isCode(confirm.error, "not_logged_in");
  const refused = confirm.error ?? (confirm.isSuccess ? null : look.error);
  return (
    <EntryFrame
      title={confirm.isSuccess ? "Your e-mail is changed" : "Confirm your new e-mail"}
      lead={
        confirm.isSuccess
          ? `From now on you log in with ${confirm.data.newEmail}.`
          : look.data
            ? `${look.data.newEmail} takes the place of ${look.data.oldEmail}.`
            : "The link in the mail works once, for one day."
      }
      felt={
        <>
          Same seat,
          <br />
          new name plate.
        </>
      }
    >
      <div className="mt-6 flex flex-col items-start gap-4">
        {refused && (
          <Notice tone="warn">
            {loggedOut ? "Log in with your old address, then confirm the new one." : sentenceOf(refused)}
          </Notice>
        )}
        {loggedOut ? (
          <ButtonLink to={`/login?next=${encodeURIComponent("/email-change")}`} kind="primary" size="main">
            Log in
          </ButtonLink>
        ) : confirm.isSuccess || refused ? (
          <ButtonLink to="/account" kind="primary" size="main">
            To my account
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
