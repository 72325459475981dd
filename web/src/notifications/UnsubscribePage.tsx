import { useMutation, useQuery } from "@tanstack/react-query";
import { useLocation } from "react-router";
import { secretOf } from "../api/linkSecret";
import { unsubscribing } from "../api/notifications";
import { sentenceOf } from "../api/problem";
import { Button, ButtonLink } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PublicFrame } from "../ui/PublicFrame";
import { usePageTitle } from "../ui/usePageTitle";
import { nameOfType } from "./words";

/** Where the link at the end of a mail leads. Opening it changes nothing; the button ends the mails. */
export default function UnsubscribePage() {
  usePageTitle("Fewer mails");
  const token = secretOf(useLocation(), "token") ?? "";
  const look = useQuery({
    queryKey: ["unsubscribe", token],
    queryFn: ({ signal }) => unsubscribing.look(token, signal),
    staleTime: Infinity,
  });
  const end = useMutation({ mutationFn: () => unsubscribing.end(token) });
  const refusal = end.error ?? look.error;
  const what = nameOfType(look.data?.type ?? "");
  return (
    <PublicFrame>
      <div className="mx-auto grid w-full max-w-[480px] flex-1 content-center justify-items-start gap-4 p-4">
        <h1 className="text-h1">{end.isSuccess ? "No more such mails" : "Fewer mails"}</h1>
        {refusal && <Notice tone="warn">{sentenceOf(refusal)}</Notice>}
        {look.data && !end.isSuccess && (
          <>
            <p className="text-ink-2">
              You will get no more mails of the kind “{what}”. In Parley and on your devices you are told as
              before.
            </p>
            <Button kind="primary" size="main" busy={end.isPending} onClick={() => end.mutate()}>
              No more mails like this
            </Button>
          </>
        )}
        {end.isSuccess && (
          <>
            <p role="status" className="text-ink-2">
              Mails of the kind “{what}” have ended. You can have them again at any time.
            </p>
            <ButtonLink to="/account/notifications">Choose what you are told</ButtonLink>
          </>
        )}
      </div>
    </PublicFrame>
  );
}
