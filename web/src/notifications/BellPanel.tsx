import { useQuery } from "@tanstack/react-query";
import { sentenceOf } from "../api/problem";
import { Button, ButtonLink } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { NotificationRow } from "./NotificationRow";
import { latestQuery } from "./queries";
import { useReading } from "./useReading";

/** What the bell opens: the latest few, and the way to all. */
export function BellPanel({ onClose }: { onClose: () => void }) {
  const { data, error } = useQuery(latestQuery);
  const { read, readAll } = useReading();
  const items = data?.items ?? [];
  const newest = items[0];
  return (
    <div className="flex max-h-[min(560px,80dvh)] w-[min(380px,92vw)] flex-col">
      <div className="flex min-h-12 items-center gap-2 px-3 pt-1.5">
        <h2 className="flex-1 text-h3">Notifications</h2>
        {newest && items.some((one) => one.readAt === null) && (
          <Button kind="quiet" size="dense" onClick={() => readAll(newest.id)}>
            Mark all as read
          </Button>
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {error && <Notice tone="error">{sentenceOf(error)}</Notice>}
        {data && items.length === 0 && <p className="px-3 py-4 text-small text-ink-2">Nothing yet.</p>}
        <ul className="divide-y divide-line">
          {items.map((one) => (
            <NotificationRow key={one.id} notification={one} onRead={read} onGo={onClose} compact />
          ))}
        </ul>
      </div>
      <div className="border-t border-line p-2">
        <ButtonLink to="/notifications" kind="quiet" size="dense" onClick={onClose} className="w-full">
          All notifications
        </ButtonLink>
      </div>
    </div>
  );
}
