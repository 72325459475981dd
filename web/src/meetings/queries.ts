import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { meetings } from "../api/meetings";

const REFRESH_MS = 20_000;

/** Everything that lies ahead or is going on; how many are in is looked at again every 20 s. */
export const upcomingQuery = queryOptions({
  queryKey: ["meetings", "upcoming"],
  queryFn: async ({ signal }) => {
    const all = [];
    let cursor: string | null = null;
    do {
      const page = await meetings.list("upcoming", cursor, signal);
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor && all.length < 500);
    return all;
  },
  refetchInterval: REFRESH_MS,
});

export const pastQuery = infiniteQueryOptions({
  queryKey: ["meetings", "past"],
  queryFn: ({ pageParam, signal }) => meetings.list("past", pageParam, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

/** A change to meetings, after which the lists are read again. */
export function useMeetingChange<A, R>(change: (argument: A) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: ["meetings"] }),
  });
}
