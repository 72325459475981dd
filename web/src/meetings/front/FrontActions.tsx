import { useQuery } from "@tanstack/react-query";
import { configQuery, useMe } from "../../api/queries";
import { ButtonLink } from "../../ui/Button";

/** Log in and sign up for strangers, the way home for a user; nothing while that is not known. */
export function FrontActions() {
  const me = useMe();
  const signUp = useQuery(configQuery).data?.signUp;
  if (me) {
    return (
      <ButtonLink to="/home" kind="soft">
        My meetings
      </ButtonLink>
    );
  }
  return (
    <div className={me === undefined ? "invisible" : "flex animate-fade items-center gap-1.5"}>
      <ButtonLink to="/login" kind="quiet" className="max-tablet:-mr-1 max-tablet:px-1">
        Log in
      </ButtonLink>
      {signUp !== "closed" && signUp !== "invitation" && (
        <ButtonLink to="/signup" kind="soft" className="max-tablet:hidden">
          Sign up
        </ButtonLink>
      )}
    </div>
  );
}
