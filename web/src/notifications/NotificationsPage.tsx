import { useInfiniteQuery } from "@tanstack/react-query";
import { CheckCheck, SlidersHorizontal } from "lucide-react";
import { sentenceOf } from "../api/problem";
import type { Notification } from "../api/types";
import { Button, ButtonLink } from "../ui/Button";
import { EmptyState } from "../ui/EmptyState";
import { Notice } from "../ui/Notice";
import { Skeleton, WhenSlow } from "../ui/Skeleton";
import { usePageTitle } from "../ui/usePageTitle";
import { NotificationRow } from "./NotificationRow";
import { historyQuery } from "./queries";
import { useReading } from "./useReading";
import { dayOf } from "./words";

/** Everything that was told, latest first. */
export default function NotificationsPage() {
  usePageTitle("Notifications");
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(historyQuery);
  const { read, readAll, error: notRead, isReadingAll } = useReading();
  const shown = data?.pages.flatMap((page) => page.items) ?? [];
  const newest = shown[0];
  const anyUnread = shown.some((one) => one.readAt === null);
  const refusal = error ?? notRead;
  return (
    <div className="max-w-[760px]">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 pt-0.5 pb-4 tablet:min-h-18 tablet:pb-0">
        <h1 className="flex-1 text-h1">Notifications</h1>
        {anyUnread && newest && (
          <Button icon={CheckCheck} size="dense" busy={isReadingAll} onClick={() => readAll(newest.id)}>
            Mark all as read
          </Button>
        )}
        <ButtonLink
          to="/account/notifications"
          kind="quiet"
          size="dense"
          icon={SlidersHorizontal}
          className="max-tablet:[&>span]:sr-only"
        >
          Settings
        </ButtonLink>
      </header>
      {refusal && <Notice tone="error">{sentenceOf(refusal)}</Notice>}
      {isPending && !error && <Waiting />}
      {data && shown.length === 0 && (
        <div className="rounded-card bg-paper shadow-e1">
          <EmptyState sentence="Nothing yet. What happens to your meetings and to your account is told here." />
        </div>
      )}
      {byDay(shown).map(([day, items]) => (
        <section key={day} aria-label={day} className="mb-6">
          <h2 className="pb-2 text-h3">{day}</h2>
          <ul className="divide-y divide-line overflow-clip rounded-card bg-paper shadow-e1">
            {items.map((one) => (
              <NotificationRow key={one.id} notification={one} onRead={read} />
            ))}
          </ul>
        </section>
      ))}
      {hasNextPage && (
        <Button size="dense" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          30 more
        </Button>
      )}
    </div>
  );
}

function byDay(items: Notification[]): [string, Notification[]][] {
  const now = new Date();
  const days = new Map<string, Notification[]>();
  for (const item of items) {
    const day = dayOf(item, now);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days];
}

function Waiting() {
  return (
    <WhenSlow label="Notifications are being loaded">
      <div className="flex flex-col gap-6 rounded-card bg-paper p-6 shadow-e1">
        {[0, 1, 2].map((row) => (
          <Skeleton key={row} className="h-9" />
        ))}
      </div>
    </WhenSlow>
  );
}
