import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { security } from "../api/factors";

export const securityQuery = queryOptions({
  queryKey: ["security"],
  queryFn: ({ signal }) => security.look(signal),
});

/** Has the security page look again after a change. */
export function useLookAgain(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: securityQuery.queryKey });
}
