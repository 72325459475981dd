import { useQuery } from "@tanstack/react-query";
import { isCode, sentenceOf } from "../api/problem";
import { setup } from "../api/users";
import { ButtonLink } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { usePageTitle } from "../ui/usePageTitle";
import { EntryFrame } from "./EntryFrame";
import { NewAccountForm } from "./NewAccountForm";
import { useArrive } from "./useArrive";
import { useLinkToken } from "./useLinkToken";

/** Where the first administrator of a new server makes their account, once, by the link the server printed. */
export default function SetupPage() {
  usePageTitle("Set up Parley");
  const arrive = useArrive();
  const { token, forget } = useLinkToken();
  const check = useQuery({
    queryKey: ["setup", token],
    queryFn: ({ signal }) => setup.check(token, signal).then(() => true),
    staleTime: Infinity,
  });
  return (
    <EntryFrame
      title={check.error ? "This link does not open" : "Set the table"}
      lead={
        check.error
          ? "A new server is set up by a link that works once."
          : "You are the first administrator of this server. Others can sign up afterwards."
      }
      felt={
        <>
          The server is yours.
          <br />
          Take the first seat.
        </>
      }
    >
      {check.error ? (
        <UsedLink sentence={usedSentence(check.error)} />
      ) : (
        <NewAccountForm
          action="Create administrator"
          send={async (account) => {
            const me = await setup.finish({ ...account, token });
            forget();
            await arrive(me);
          }}
        />
      )}
    </EntryFrame>
  );
}

function usedSentence(error: unknown): string {
  return isCode(error, "setup_link_used")
    ? "This link does not work any more: it was used, or the server has printed a newer one at its last start."
    : sentenceOf(error);
}

function UsedLink({ sentence }: { sentence: string }) {
  return (
    <div className="mt-6 flex flex-col items-start gap-4">
      <Notice tone="warn">{sentence}</Notice>
      <ButtonLink to="/login" kind="primary">
        Log in
      </ButtonLink>
    </div>
  );
}
