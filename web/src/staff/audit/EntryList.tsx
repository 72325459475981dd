import { useInfiniteQuery } from "@tanstack/react-query";
import { sentenceOf as refusalOf } from "../../api/problem";
import { audit, type AuditEntry, type AuditFilter } from "../../api/staff";
import { Button } from "../../ui/Button";
import { cx } from "../../ui/cx";
import { EmptyState } from "../../ui/EmptyState";
import { Notice } from "../../ui/Notice";
import { Skeleton, WhenSlow } from "../../ui/Skeleton";
import { TimeAgo } from "../../ui/TimeAgo";
import { sentenceOf } from "./sentences";
import { useNames, type NameOf } from "./useNames";

type EntryListProps = { filter: AuditFilter; open: number | null; onOpen: (id: number) => void };

/** The entries that are left by the filters. */
export function EntryList({ filter, open, onOpen }: EntryListProps) {
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["staff", "audit", "entries", filter],
    queryFn: ({ pageParam, signal }) => audit.list(filter, pageParam, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  const nameOf = useNames(entries);
  if (error) {
    return (
      <div className="p-4">
        <Notice tone="error">{refusalOf(error)}</Notice>
      </div>
    );
  }
  if (isPending) return <Waiting />;
  if (entries.length === 0) return <EmptyState sentence="Nothing in the trail fits this." />;
  return (
    <>
      <ol className="divide-y divide-line">
        {entries.map((entry) => (
          <Row
            key={entry.id}
            entry={entry}
            nameOf={nameOf}
            open={entry.id === open}
            onOpen={() => onOpen(entry.id)}
          />
        ))}
      </ol>
      {hasNextPage && (
        <div className="p-4">
          <Button size="dense" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            50 more
          </Button>
        </div>
      )}
    </>
  );
}

type RowProps = { entry: AuditEntry; nameOf: NameOf; open: boolean; onOpen: () => void };

function Row({ entry, nameOf, open, onOpen }: RowProps) {
  const { who, did } = sentenceOf(entry, nameOf);
  return (
    <li>
      <button
        type="button"
        data-row
        aria-current={open ? "page" : undefined}
        onClick={onOpen}
        className={cx(
          "flex min-h-10 w-full wrap-anywhere items-center gap-x-4 gap-y-0.5 px-4 py-1.5 text-left text-[14px] leading-5 max-tablet:flex-wrap focus-visible:outline-offset-[-3px]",
          open ? "bg-baize-tint shadow-[inset_3px_0_0_var(--baize)]" : "hover:bg-well",
        )}
      >
        <TimeAgo at={entry.createdAt} className="w-28 shrink-0 text-ink-3" />
        <span className="min-w-0 flex-1 tablet:truncate max-tablet:order-first max-tablet:basis-full">
          <span className="font-firm">{who}</span> {did}
        </span>
        <span className="shrink-0 font-mono text-tiny text-ink-3">{entry.network ?? "Parley itself"}</span>
      </button>
    </li>
  );
}

function Waiting() {
  return (
    <WhenSlow label="The trail is being loaded">
      <div className="flex flex-col gap-5 p-4">
        {[0, 1, 2, 3, 4].map((row) => (
          <Skeleton key={row} className="h-5" />
        ))}
      </div>
    </WhenSlow>
  );
}
