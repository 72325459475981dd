import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { social, type SocialAnswer } from "../api/entry";
import { sentenceOf } from "../api/problem";
import { configQuery, meQuery } from "../api/queries";
import { ButtonLink } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { Spinner } from "../ui/Spinner";
import { usePageTitle } from "../ui/usePageTitle";
import { EntryFrame } from "./EntryFrame";
import { LookInYourMail } from "./LookInYourMail";
import { RestoreOffer, restoreTokenOf } from "./RestoreOffer";
import { takeWish } from "./wish";

/** Where a provider sends people back to: its answer goes to the server, which decides. */
export default function SocialReturnPage() {
  usePageTitle("Log in");
  const { provider = "" } = useParams();
  const name = useQuery(configQuery).data?.providers.find(({ id }) => id === provider)?.name ?? provider;
  const { refusal, confirm } = useAnswer(provider);
  const navigate = useNavigate();
  const restoreToken = restoreTokenOf(refusal);
  if (confirm) return <LookInYourMail />;
  return (
    <EntryFrame
      title={refusal !== null ? `${name} did not let you in` : "One moment"}
      lead={
        refusal !== null
          ? "Your account here is as it was."
          : `${name} has sent you back. We look who you are.`
      }
      felt={
        <>
          Your seat is free.
          <br />
          The others are coming.
        </>
      }
    >
      <div className="mt-6 flex flex-col items-start gap-4">
        {refusal !== null ? (
          <>
            {restoreToken ? (
              <RestoreOffer
                sentence={sentenceOf(refusal)}
                token={restoreToken}
                onRestored={() => void navigate("/login", { replace: true })}
              />
            ) : (
              <Notice tone="error">{sentenceOf(refusal)}</Notice>
            )}
            <ButtonLink to="/login" kind="primary" size="main">
              To log-in
            </ButtonLink>
          </>
        ) : (
          <span role="status" className="flex items-center gap-2.5 text-ink-2">
            <Spinner className="size-5" /> Logging you in
          </span>
        )}
      </div>
    </EntryFrame>
  );
}

/** Hands the answer over once, and goes on where somebody is let in. */
function useAnswer(provider: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [refusal, setRefusal] = useState<unknown>(null);
  const [confirm, setConfirm] = useState(false);
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    // Behind `#` the server has moved it, out of the way of logs.
    const answer = answerOf(location.hash.slice(1) || location.search);
    // The code has no business in the history.
    history.replaceState(history.state, "", location.pathname);
    social.answer(provider, answer).then(async (outcome) => {
      if ("secondStep" in outcome) {
        await navigate(`/login?step=2&next=${encodeURIComponent(takeWish())}`, { replace: true });
      } else if ("id" in outcome) {
        queries.removeQueries({ type: "inactive" });
        queries.setQueryData(meQuery.queryKey, outcome);
        await navigate(takeWish(), { replace: true });
      } else if (outcome.outcome === "linked") {
        await navigate("/account/security", { replace: true });
      } else {
        setConfirm(true);
      }
    }, setRefusal);
  }, [provider, queries, navigate]);
  return { refusal, confirm };
}

function answerOf(search: string): SocialAnswer {
  const query = new URLSearchParams(search);
  return {
    code: query.get("code"),
    state: query.get("state"),
    issuer: query.get("iss"),
    error: query.get("error"),
  };
}
