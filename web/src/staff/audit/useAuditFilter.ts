import { useCallback } from "react";
import { useSearchParams } from "react-router";
import type { AuditFilter } from "../../api/staff";

const names = ["actor", "entityType", "entityId", "action", "from", "to"] as const;

/** What the trail is narrowed to; kept in the address. */
export function useAuditFilter(): [AuditFilter, (change: Partial<AuditFilter>) => void] {
  const [parameters, setParameters] = useSearchParams();
  const filter = Object.fromEntries(names.map((name) => [name, parameters.get(name) ?? ""])) as AuditFilter;
  const change = useCallback(
    (changed: Partial<AuditFilter>) =>
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
  return [filter, change];
}
