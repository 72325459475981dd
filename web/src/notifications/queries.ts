import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { notifications, pushDevices } from "../api/notifications";

/** How many are unread. The update channel keeps it true; nobody asks again by the clock. */
export const summaryQuery = queryOptions({
  queryKey: ["notifications", "summary"],
  queryFn: ({ signal }) => notifications.summary(signal),
  staleTime: Infinity,
});

export const historyQuery = infiniteQueryOptions({
  queryKey: ["notifications", "history"],
  queryFn: ({ pageParam, signal }) => notifications.list(pageParam, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

export const latestQuery = queryOptions({
  queryKey: ["notifications", "latest"],
  queryFn: ({ signal }) => notifications.list(null, signal, 6),
});

export const preferencesQuery = queryOptions({
  queryKey: ["notifications", "preferences"],
  queryFn: ({ signal }) => notifications.preferences(signal),
});

export const devicesQuery = queryOptions({
  queryKey: ["notifications", "devices"],
  queryFn: ({ signal }) => pushDevices.list(signal),
});
