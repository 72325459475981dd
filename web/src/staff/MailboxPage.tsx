import { useInfiniteQuery } from "@tanstack/react-query";
import { house } from "../api/house";
import type { Mail } from "../api/types";
import { Button } from "../ui/Button";
import { EmptyState } from "../ui/EmptyState";
import { Skeleton, WhenSlow } from "../ui/Skeleton";
import { usePageTitle } from "../ui/usePageTitle";
import { MailEntry } from "./MailEntry";
import { NotShown } from "./NotShown";

/** The mails this server would have sent, while it has no mail server: for the administrator to hand on. */
export default function MailboxPage() {
  usePageTitle("Mailbox");
  return (
    <div className="max-w-[860px] px-4 pb-10 tablet:px-6">
      <header className="flex items-center pt-1 pb-2 tablet:h-[60px] tablet:pb-0">
        <h1 className="text-h2">Mailbox</h1>
      </header>
      <Mails />
    </div>
  );
}

function Mails() {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      queryKey: ["mailbox"],
      queryFn: ({ pageParam, signal }) => house.mailbox(pageParam, signal),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor,
      // Every look is recorded and may want a proof, so the page does not look again by itself.
      refetchOnWindowFocus: false,
    });
  const mails: Mail[] = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <p className="max-w-[70ch] pb-5 text-ink-2">
        No mail server is set, so what Parley writes stays here. Set one in the settings, and mails go out by
        themselves.
      </p>
      {error && <NotShown error={error} again={() => void refetch()} />}
      {isPending && !error && <Waiting />}
      {data && mails.length === 0 && (
        <div className="rounded-card bg-paper shadow-e1">
          <EmptyState sentence="No mail yet. The first one appears here as soon as Parley writes it." />
        </div>
      )}
      {mails.length > 0 && (
        <ul className="divide-y divide-line overflow-clip rounded-card bg-paper shadow-e1">
          {mails.map((mail) => (
            <MailEntry key={mail.id} mail={mail} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button size="dense" busy={isFetchingNextPage} onClick={() => void fetchNextPage()} className="mt-4">
          50 more
        </Button>
      )}
    </>
  );
}

function Waiting() {
  return (
    <WhenSlow label="The mailbox is being loaded">
      <div className="flex flex-col gap-6 rounded-card bg-paper p-6 shadow-e1">
        {[0, 1, 2].map((row) => (
          <Skeleton key={row} className="h-9" />
        ))}
      </div>
    </WhenSlow>
  );
}
