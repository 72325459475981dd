import { Tooltip } from "./Tooltip";
import { useNow } from "./useNow";
import { exactTime, timeAgo } from "./words";

/** How long ago something was; the exact time on hover and focus. */
export function TimeAgo({ at, className }: { at: string; className?: string }) {
  const now = useNow(30_000);
  return (
    <Tooltip text={exactTime(at)}>
      <time dateTime={at} className={className}>
        {timeAgo(at, now)}
      </time>
    </Tooltip>
  );
}
