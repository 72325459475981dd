import { useEffect, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { forgetSecret, keptSecretOf, secretOf } from "../api/linkSecret";

/** The secret of the link that opened this page, which leaves the address at once; and a way to forget it. */
export function useLinkToken(name = "token"): { token: string; forget: () => void } {
  const location = useLocation();
  const navigate = useNavigate();
  const [kept, setKept] = useState(() => keptSecretOf(location, name) ?? "");
  // Another link may be opened on the open page: where only what is behind `#` differs, nothing is loaded anew.
  const told = secretOf(location, name);
  useEffect(() => {
    if (told === null) return;
    setKept(keptSecretOf(location, name) ?? "");
    const query = new URLSearchParams(location.search);
    query.delete(name);
    void navigate({ pathname: location.pathname, search: query.toString() }, { replace: true });
  }, [told, name, location, navigate]);
  return { token: told ?? kept, forget: () => forgetSecret(location.pathname) };
}
