import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { emailChange } from "../api/entry";
import { sentenceOf } from "../api/problem";
import { meQuery } from "../api/queries";
import { Button, ButtonLink } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { usePageTitle } from "../ui/usePageTitle";
import { EntryFrame } from "./EntryFrame";
import { useLinkToken } from "./useLinkToken";

/** "This was not me": gives the account back to the old address, then asks for a new password. */
export default function EmailChangeStopPage() {
  usePageTitle("This was not me");
  const { token, forget } = useLinkToken();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const look = useQuery({
    queryKey: ["email-change-stop", token],
    queryFn: ({ signal }) => emailChange.lookAtStop(token, signal),
    staleTime: Infinity,
  });
  const stop = useMutation({
    mutationFn: () => emailChange.stop(token),
    onSuccess: async ({ resetToken }) => {
      forget();
      queries.setQueryData(meQuery.queryKey, null);
      await navigate(`/reset#token=${resetToken}`, { replace: true });
    },
  });
  const refused = stop.error ?? look.error;
  return (
    <EntryFrame
      title="This was not me"
      lead={
        look.data
          ? `Somebody asked to change the address of your account from ${look.data.oldEmail} to ${look.data.newEmail}.`
          : "The link in the mail stops a change of address."
      }
      felt={
        <>
          Your table.
          <br />
          Your seat.
        </>
      }
    >
      <div className="mt-6 flex flex-col items-start gap-6">
        {refused ? (
          <>
            <Notice tone="warn">{sentenceOf(refused)}</Notice>
            <ButtonLink to="/forgot" kind="primary" size="main">
              Choose a new password
            </ButtonLink>
          </>
        ) : (
          <>
            <p className="text-ink-2">
              This stops the change or undoes it, and logs everybody out of your account. Your password stops
              working; you choose a new one right after.
            </p>
            <Button
              kind="danger"
              size="main"
              busy={stop.isPending || look.isPending}
              onClick={() => stop.mutate()}
              className="w-full"
            >
              Take my account back
            </Button>
          </>
        )}
      </div>
    </EntryFrame>
  );
}
