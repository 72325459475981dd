import { queryOptions } from "@tanstack/react-query";
import { keys } from "../api/keys";

/** My API keys, newest first. */
export const keysQuery = queryOptions({
  queryKey: ["api-keys"],
  queryFn: ({ signal }) => keys.list(signal),
});
