import { useMutation, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { restoration } from "../api/privacy";
import { sentenceOf } from "../api/problem";
import { Button, ButtonLink } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { usePageTitle } from "../ui/usePageTitle";
import { fullDayName } from "../ui/words";
import { EntryFrame } from "./EntryFrame";
import { useLinkToken } from "./useLinkToken";

/** After deleting one's account, and where the mailed link back leads. Opening it changes nothing; the button restores. */
export default function RestorePage() {
  const [search] = useSearchParams();
  const { token, forget } = useLinkToken();
  const told = momentOf(search.get("until"));
  usePageTitle(token ? "Restore your account" : "Your account is deleted");
  const look = useQuery({
    queryKey: ["restoration", token],
    queryFn: ({ signal }) => restoration.look(token, signal),
    enabled: token !== "",
    staleTime: Infinity,
  });
  const restore = useMutation({ mutationFn: () => restoration.restore(token), onSuccess: forget });
  const refused = restore.error ?? look.error;
  const until = look.data?.restorableUntil ?? told;
  return (
    <EntryFrame
      title={restore.isSuccess ? "Your account is restored" : "Your account is deleted"}
      lead={
        restore.isSuccess
          ? "Everything is as it was, except that meetings stay cancelled and API keys stay revoked."
          : until
            ? `Everything in it is erased on ${fullDayName(until)}. Until then you can restore it.`
            : "For 30 days you can restore it by logging in."
      }
      felt={
        <>
          Your seat stays free
          <br />
          for thirty days.
        </>
      }
    >
      <div className="mt-6 flex flex-col items-start gap-4">
        {refused && <Notice tone="warn">{sentenceOf(refused)}</Notice>}
        {token && !restore.isSuccess && !refused ? (
          <Button
            kind="primary"
            size="main"
            busy={restore.isPending || look.isPending}
            onClick={() => restore.mutate()}
            className="w-full"
          >
            Restore my account
          </Button>
        ) : (
          <ButtonLink to="/login" kind={token ? "primary" : undefined} size="main">
            Log in
          </ButtonLink>
        )}
      </div>
    </EntryFrame>
  );
}

/** A time that stands in the address, where anything may stand. */
function momentOf(text: string | null): string | undefined {
  return text && !Number.isNaN(Date.parse(text)) ? text : undefined;
}
