import { useQuery } from "@tanstack/react-query";
import { useLocation } from "react-router";
import { configQuery } from "../api/queries";
import { users } from "../api/users";
import { Notice } from "../ui/Notice";
import { usePageTitle } from "../ui/usePageTitle";
import { EntryFrame, TextLink } from "./EntryFrame";
import { NewAccountForm } from "./NewAccountForm";
import { useArrive } from "./useArrive";

/** Where somebody new gets an account. */
export default function SignupPage() {
  usePageTitle("Sign up");
  const arrive = useArrive();
  const { search } = useLocation();
  const closed = useQuery(configQuery).data?.signupOpen === false;
  return (
    <EntryFrame
      other={
        <>
          Have an account? <TextLink to={`/login${search}`}>Log in</TextLink>
        </>
      }
      title="Take your seat"
      lead="An account lets you open meetings. Your guests need none."
      felt={
        <>
          Open a meeting.
          <br />
          Send the link. People are there.
        </>
      }
    >
      {closed ? (
        <div className="mt-6">
          <Notice tone="info">
            Nobody can sign up on this server by themselves. Ask the person who runs it for an account.
          </Notice>
        </div>
      ) : (
        <NewAccountForm action="Sign up" send={async (account) => arrive(await users.signUp(account))} />
      )}
    </EntryFrame>
  );
}
