import { useQuery } from "@tanstack/react-query";
import { staffUsers, type UserChange } from "../../api/staff";
import { TimeAgo } from "../../ui/TimeAgo";
import { Panel } from "./UserDetail";
import { changeWords } from "./userWords";

/** What happened to the account, from the audit trail. */
export function UserHistory({ user, changes }: { user: string; changes: UserChange[] }) {
  const ids = [...new Set(changes.map(({ by }) => by).filter((by): by is string => by !== null))].sort();
  const { data } = useQuery({
    queryKey: ["staff", "names", ids],
    queryFn: ({ signal }) => staffUsers.names(ids, signal),
    enabled: ids.length > 0,
  });
  const nameOf = (id: string | null) => data?.items.find((one) => one.id === id)?.displayName;
  return (
    <div className="min-w-0 desk:col-span-2">
      <Panel title="History">
        {changes.length === 0 && <p className="text-[14px] text-ink-3">Nothing was changed yet.</p>}
        <ol className="divide-y divide-line text-[14px] leading-5">
          {changes.map((change) => (
            <li key={`${change.at} ${change.action}`} className="flex flex-wrap gap-x-4 gap-y-0.5 py-2">
              <TimeAgo at={change.at} className="w-24 shrink-0 text-ink-3" />
              <span className="min-w-0 flex-1 basis-48">
                {changeWords(change)}
                {change.by !== user && nameOf(change.by) && (
                  <span className="text-ink-3"> by {nameOf(change.by)}</span>
                )}
                {change.note && <span className="block text-ink-2">“{change.note}”</span>}
              </span>
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  );
}
