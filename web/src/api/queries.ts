import { QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import { house } from "./house";
import { renewal } from "./http";
import { ApiError } from "./problem";
import type { Me } from "./types";
import { sessions } from "./users";

/** Asks again only where that can help: nobody answered, or the server stumbled. */
function worthRetrying(failures: number, error: unknown): boolean {
  return failures < 3 && error instanceof ApiError && (error.status === 0 || error.status >= 500);
}

export function newQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { retry: worthRetrying, staleTime: 15_000 } } });
}

/** Who is logged in: null for nobody. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ signal, client }): Promise<Me | null> => {
    const me = await sessions.current(signal);
    // Who was here a moment ago may have a new token on its way.
    if (me || !client.getQueryData<Me | null>(["me"])) return me;
    await renewal();
    return sessions.current(signal);
  },
  staleTime: 60_000,
});

export const configQuery = queryOptions({
  queryKey: ["config"],
  queryFn: ({ signal }) => house.config(signal),
  staleTime: 300_000,
});

/** Whether this server sends mails, so that no page promises one in vain. Taken for true until it is known. */
export function useSendsMail(): boolean {
  return useQuery(configQuery).data?.mail?.configured ?? true;
}

/** The logged-in user, null for nobody, undefined as long as it is not known. */
export function useMe(): Me | null | undefined {
  return useQuery(meQuery).data;
}
