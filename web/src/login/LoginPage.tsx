import { useEffect, useState } from "react";
import { useLocation, useSearchParams } from "react-router";
import { secondStep, type SecondStepWay } from "../api/factors";
import { sessions } from "../api/users";
import { usePageTitle } from "../ui/usePageTitle";
import { EntryFrame, TextLink } from "./EntryFrame";
import { LoginForm } from "./LoginForm";
import { PasskeyLogin } from "./PasskeyLogin";
import { SecondStepForm } from "./SecondStepForm";
import { SocialButtons } from "./SocialButtons";
import { useArrive } from "./useArrive";

/** Where a user comes back in, in one step or two. */
export default function LoginPage() {
  usePageTitle("Log in");
  const arrive = useArrive();
  const { search } = useLocation();
  const { ways, begin, over, sentence } = useSecondStep();
  return (
    <EntryFrame
      other={
        <>
          New here? <TextLink to={`/signup${search}`}>Sign up</TextLink>
        </>
      }
      title={ways ? "One more step" : "Welcome back"}
      lead={ways ? "Your password is right. Show that it is you." : "Your meetings are where you left them."}
      felt={
        <>
          Your seat is free.
          <br />
          The others are coming.
        </>
      }
    >
      {ways ? (
        <SecondStepForm ways={ways} onIn={arrive} onOver={over} />
      ) : (
        <>
          <SocialButtons />
          <LoginForm
            notice={sentence}
            send={async (credentials) => {
              const answer = await sessions.logIn(credentials);
              if ("secondStep" in answer) begin(answer.secondStep);
              else await arrive(answer);
            }}
          />
          <PasskeyLogin onIn={arrive} />
        </>
      )}
    </EntryFrame>
  );
}

/** Whether the second step is due: after the password, or at `?step=2` after another first step. */
function useSecondStep() {
  const [ways, setWays] = useState<SecondStepWay[] | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  const [query] = useSearchParams();
  const asks = query.get("step") === "2";
  useEffect(() => {
    if (!asks) return;
    const asking = new AbortController();
    // Where none is due the log-in simply begins at its beginning.
    secondStep.due(asking.signal).then(
      (due) => setWays(due.ways),
      () => {},
    );
    return () => asking.abort();
  }, [asks]);
  return {
    ways,
    sentence,
    begin: (due: SecondStepWay[]) => {
      setSentence(null);
      setWays(due);
    },
    over: (why: string) => {
      setSentence(why);
      setWays(null);
    },
  };
}
