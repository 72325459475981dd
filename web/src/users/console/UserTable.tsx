import { Link } from "react-router";
import type { UserLine } from "../../api/staff";
import { Avatar } from "../../ui/Avatar";
import { Badge } from "../../ui/Badge";
import { TimeAgo } from "../../ui/TimeAgo";
import { roleWord, statusWords } from "./userWords";

const cell = "h-10 px-3 first:pl-4 last:pr-4";

/** All users with what tells them apart. */
export function UserTable({ users, to }: { users: UserLine[]; to: (id: string) => string }) {
  return (
    <table className="w-full table-fixed text-[14px] leading-5 max-tablet:hidden">
      <thead>
        <tr className="border-b border-line text-left text-small text-ink-3">
          <th className={`${cell} w-[30%] font-normal`}>Name</th>
          <th className={`${cell} w-[30%] font-normal`}>E-mail</th>
          <th className={`${cell} font-normal`}>Role</th>
          <th className={`${cell} font-normal`}>Status</th>
          <th className={`${cell} font-normal max-desk:hidden`}>Signed up</th>
          <th className={`${cell} font-normal max-desk:hidden`}>Last log-in</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {users.map((user) => (
          <tr key={user.id} className="hover:bg-well">
            <td className={cell}>
              <Link
                to={to(user.id)}
                data-row
                className="flex items-center gap-2.5 rounded-chip font-firm focus-visible:outline-offset-0"
              >
                <Avatar name={user.displayName} size={26} />
                <span className="truncate">{user.displayName}</span>
              </Link>
            </td>
            <td className={`${cell} truncate text-ink-2`}>
              {user.email}
              {!user.emailVerified && <span className="text-ink-3"> · not confirmed</span>}
            </td>
            <td className={cell}>
              {user.role === "user" ? (
                <span className="text-ink-3">User</span>
              ) : (
                <Badge tone="ok">{roleWord(user.role)}</Badge>
              )}
            </td>
            <td className={cell}>
              {user.status === "active" ? (
                <span className="text-ink-2">Active</span>
              ) : (
                <Badge tone={statusWords[user.status].tone}>{statusWords[user.status].word}</Badge>
              )}
            </td>
            <td className={`${cell} text-ink-2 max-desk:hidden`}>
              <TimeAgo at={user.createdAt} />
            </td>
            <td className={`${cell} text-ink-2 max-desk:hidden`}>
              {user.lastLoginAt ? (
                <TimeAgo at={user.lastLoginAt} />
              ) : (
                <span className="text-ink-3">never</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
