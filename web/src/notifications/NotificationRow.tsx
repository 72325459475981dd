import { Check } from "lucide-react";
import { Link } from "react-router";
import type { Notification } from "../api/types";
import { cx } from "../ui/cx";
import { IconButton } from "../ui/IconButton";
import { clockTime, exactTime } from "../ui/words";
import { iconOf, wordsOf } from "./words";

/** One notification: what happened, when, and the way to the thing it is about. */
export function NotificationRow({
  notification,
  onRead,
  compact,
  onGo,
}: {
  notification: Notification;
  onRead: (id: string) => void;
  /** In the panel of the bell, where there is little room. */
  compact?: boolean;
  onGo?: () => void;
}) {
  const Icon = iconOf(notification);
  const { title, text } = wordsOf(notification);
  const unread = notification.readAt === null;
  const go = () => {
    if (unread) onRead(notification.id);
    onGo?.();
  };
  return (
    <li
      className={cx("relative flex items-start gap-3.5", compact ? "px-3 py-2.5" : "px-4 py-3.5 tablet:px-5")}
    >
      <span
        aria-hidden
        className={cx(
          "grid shrink-0 place-items-center rounded-control bg-well text-ink-2",
          compact ? "size-8" : "size-10",
        )}
      >
        <Icon className={compact ? "size-4" : "size-5"} strokeWidth={1.75} />
      </span>
      <div className="min-w-0 flex-1">
        <Link
          to={notification.path}
          onClick={go}
          className={cx(
            "block underline-offset-3 after:absolute after:inset-0 after:rounded-control hover:underline",
            unread ? "font-bold" : "font-medium text-ink-2",
            compact && "text-small",
          )}
        >
          {unread && <span className="sr-only">Unread: </span>}
          {title}
        </Link>
        {text && <p className={cx("mt-0.5 text-small text-ink-3", compact && "line-clamp-2")}>{text}</p>}
        <time
          dateTime={notification.createdAt}
          title={exactTime(notification.createdAt)}
          className="mt-0.5 block text-tiny text-ink-3 tabular-nums"
        >
          {compact ? exactTime(notification.createdAt) : clockTime(notification.createdAt)}
        </time>
      </div>
      {unread && <UnreadMark />}
      {unread && !compact && (
        <IconButton
          icon={Check}
          label={`Mark as read: ${title}`}
          size="dense"
          className="relative -my-1"
          onClick={() => onRead(notification.id)}
        />
      )}
    </li>
  );
}

/** The lamp: attention is here. On light ground it needs its outer line. */
function UnreadMark() {
  return (
    <span
      aria-hidden
      className="mt-2 size-2 shrink-0 rounded-full bg-lamp [outline:1.5px_solid_var(--lamp-text)] [outline-offset:0]"
    />
  );
}
