import { useCallback } from "react";
import { useSearchParams } from "react-router";
import type { UserFilter } from "../../api/staff";

/** What the list is narrowed to; kept in the address, so that it can be sent to a colleague. */
export function useUserFilter(): [UserFilter, (change: Partial<UserFilter>) => void, string] {
  const [parameters, setParameters] = useSearchParams();
  const filter: UserFilter = {
    q: parameters.get("q") ?? "",
    status: parameters.get("status") ?? "",
    role: parameters.get("role") ?? "",
  };
  const change = useCallback(
    (changed: Partial<UserFilter>) =>
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changed)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  const search = parameters.toString();
  return [filter, change, search ? `?${search}` : ""];
}
