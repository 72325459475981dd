import type { QueryClient } from "@tanstack/react-query";
import type { Update } from "../api/updates";
import type { NotificationSummary } from "../api/types";
import { historyQuery, latestQuery, summaryQuery } from "./queries";

/** What an update says about notifications; null for updates about other things. */
export type News = { unread: number; seq: number; addedId: string | null };

export function newsOf(update: Update): News | null {
  if (update.kind !== "notification.added" && update.kind !== "notification.read") return null;
  const data = update.data as { unread: number; id?: string };
  return { unread: data.unread, seq: update.seq, addedId: data.id ?? null };
}

/** Takes over the newer of what is known and what is told; either may come late. */
export function newer(
  known: NotificationSummary | undefined,
  told: NotificationSummary,
): NotificationSummary {
  return known && known.updates.seq > told.updates.seq ? known : told;
}

/** Brings everything on the page that shows notifications up to date. */
export function takeOver(queries: QueryClient, topic: string, { unread, seq }: News): void {
  queries.setQueryData(summaryQuery.queryKey, (known) => newer(known, { unread, updates: { topic, seq } }));
  void queries.invalidateQueries({ queryKey: historyQuery.queryKey });
  void queries.invalidateQueries({ queryKey: latestQuery.queryKey });
}
