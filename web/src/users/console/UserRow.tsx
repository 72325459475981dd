import { Link } from "react-router";
import type { UserLine } from "../../api/staff";
import { Avatar } from "../../ui/Avatar";
import { Badge } from "../../ui/Badge";
import { cx } from "../../ui/cx";
import { roleWord, statusWords } from "./userWords";

/** A user in the queue beside an open one, and on phones. */
export function UserRow({ user, to, open }: { user: UserLine; to: string; open: boolean }) {
  return (
    <li>
      <Link
        to={to}
        data-row
        aria-current={open ? "page" : undefined}
        className={cx(
          "flex min-h-14 items-center gap-3 px-4 py-2 text-[14px] leading-5 focus-visible:outline-offset-[-3px]",
          open ? "bg-baize-tint shadow-[inset_3px_0_0_var(--baize)]" : "hover:bg-well",
        )}
      >
        <Avatar name={user.displayName} size={32} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-firm">{user.displayName}</span>
          <span className="block truncate text-small text-ink-3">{user.email}</span>
        </span>
        {user.status !== "active" ? (
          <Badge tone={statusWords[user.status].tone}>{statusWords[user.status].word}</Badge>
        ) : (
          user.role !== "user" && <Badge tone="ok">{roleWord(user.role)}</Badge>
        )}
      </Link>
    </li>
  );
}
