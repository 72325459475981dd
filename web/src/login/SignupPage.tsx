import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useLocation } from "react-router";
import { invitations } from "../api/entry";
import { sentenceOf } from "../api/problem";
import { configQuery } from "../api/queries";
import type { Config } from "../api/types";
import { users, type SignUp } from "../api/users";
import { Notice } from "../ui/Notice";
import { usePageTitle } from "../ui/usePageTitle";
import { EntryFrame, TextLink } from "./EntryFrame";
import { LookInYourMail } from "./LookInYourMail";
import { NewAccountForm } from "./NewAccountForm";
import { SocialButtons } from "./SocialButtons";
import { useArrive } from "./useArrive";
import { useLinkToken } from "./useLinkToken";

/** Where somebody new gets an account, as far as the rules of this server let them. */
export default function SignupPage() {
  usePageTitle("Sign up");
  const arrive = useArrive();
  const { search } = useLocation();
  const config = useQuery(configQuery).data;
  const invitation = useLinkToken("invitation");
  const invited = useInvitation(invitation.token || null);
  const [confirm, setConfirm] = useState<string | null>(null);
  const send = async (account: SignUp) => {
    const made = await users.signUp({ ...account, invitation: invited.token });
    invitation.forget();
    if ("id" in made) await arrive(made);
    else setConfirm(account.email);
  };
  if (confirm) return <LookInYourMail email={confirm} />;
  const barred = config && !invited.token ? barredWords(config) : invited.refusal;
  return (
    <EntryFrame
      other={
        <>
          Have an account? <TextLink to={`/login${search}`}>Log in</TextLink>
        </>
      }
      title="Take your seat"
      lead={leadOf(config, invited.email)}
      felt={
        <>
          Open a meeting.
          <br />
          Send the link. People are there.
        </>
      }
    >
      {barred ? (
        <div className="mt-6">
          <Notice tone="info">{barred}</Notice>
        </div>
      ) : (
        <>
          {!invited.token && <SocialButtons />}
          <NewAccountForm key={invited.email} action="Sign up" email={invited.email} send={send} />
        </>
      )}
    </EntryFrame>
  );
}

/** Whom the link that opened this page invites. */
function useInvitation(token: string | null) {
  const look = useQuery({
    queryKey: ["invitation", token],
    queryFn: ({ signal }) => invitations.look(token ?? "", signal),
    enabled: token !== null,
    staleTime: Infinity,
  });
  return {
    token: token ?? undefined,
    email: look.data?.email,
    refusal: look.error ? sentenceOf(look.error) : null,
  };
}

function leadOf(config: Config | undefined, invited: string | undefined): ReactNode {
  if (invited) return "You are invited. Your address is confirmed by it.";
  if (config?.signUp === "domains") {
    return `Accounts here are for addresses at ${config.signUpDomains.join(", ")}.`;
  }
  return "An account lets you open meetings. Your guests need none.";
}

function barredWords(config: Config): string | null {
  if (config.signUp === "closed") {
    return "Nobody can sign up on this server by themselves. Ask whoever runs it for an account.";
  }
  if (config.signUp === "invitation") {
    return "This Parley is by invitation. Open the link in the mail that invites you, or ask whoever runs it for one. As a guest you need no account.";
  }
  return null;
}
