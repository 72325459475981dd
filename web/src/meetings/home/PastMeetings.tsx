import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../../api/problem";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { pastQuery } from "../queries";
import { MeetingRow } from "./MeetingRow";

/** Meetings that are over, fetched when somebody asks for them. */
export function PastMeetings() {
  const [open, setOpen] = useState(false);
  return (
    <section aria-label="Past meetings" className="mt-6">
      {open ? (
        <PastList />
      ) : (
        <Button kind="quiet" size="dense" className="-ml-3" onClick={() => setOpen(true)}>
          Show past meetings
        </Button>
      )}
    </section>
  );
}

function PastList() {
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(pastQuery);
  const past = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <h2 className="pb-1 text-h3">Past</h2>
      {error && <Notice tone="error">{sentenceOf(error)}</Notice>}
      {!isPending && !error && past.length === 0 && (
        <p className="py-2 text-ink-2">No meeting is over yet.</p>
      )}
      <ul className="divide-y divide-line">
        {past.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} />
        ))}
      </ul>
      {hasNextPage && (
        <Button size="dense" busy={isFetchingNextPage} onClick={() => void fetchNextPage()} className="mt-3">
          50 more
        </Button>
      )}
    </>
  );
}
