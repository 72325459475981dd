import { useState } from "react";
import { sentenceOf } from "../api/problem";
import { sessions } from "../api/users";

/** Ends this session. Rejected, it says why and the person stays logged in. */
export function useLogOut(onRefused: (sentence: string) => void) {
  const [busy, setBusy] = useState(false);
  const logOut = async () => {
    setBusy(true);
    try {
      await sessions.logOut();
      // Anew, so that nothing of the account stays in the page, which hears at the same time that it is logged out.
      location.replace("/");
    } catch (error) {
      onRefused(sentenceOf(error));
      setBusy(false);
    }
  };
  return { busy, logOut: () => void logOut() };
}
