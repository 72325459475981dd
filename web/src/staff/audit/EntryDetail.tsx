import { useQuery } from "@tanstack/react-query";
import { Eye, X } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { sentenceOf } from "../../api/problem";
import { audit, type AuditDetail, type AuditFilter } from "../../api/staff";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { IconButton } from "../../ui/IconButton";
import { Notice } from "../../ui/Notice";
import { ShortId } from "../../ui/ShortId";
import { exactTime } from "../../ui/words";
import { actionOf, differences, entityOf } from "./entryWords";
import { useNames } from "./useNames";

type EntryDetailProps = {
  id: number;
  onClose: () => void;
  change: (change: Partial<AuditFilter>) => void;
};

/** One entry in full. Asking for it is recorded, so it is not asked for again by itself. */
export function EntryDetail({ id, onClose, change }: EntryDetailProps) {
  const { data, error } = useQuery({
    queryKey: ["staff", "audit", "entry", id],
    queryFn: ({ signal }) => audit.look(id, signal),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  return (
    <aside
      aria-label="Entry"
      className="min-h-dvh min-w-0 border-l border-line px-4 py-3 tablet:px-5 desk:h-dvh desk:overflow-y-auto"
    >
      <div className="flex min-h-10 items-center gap-2">
        <h2 className="flex-1 text-h3">Entry {id}</h2>
        <Badge tone="lamp" icon={Eye}>
          Every view is recorded
        </Badge>
        <IconButton icon={X} label="Close" size="dense" onClick={onClose} />
      </div>
      {error && <Notice tone="error">{sentenceOf(error)}</Notice>}
      {data && <Facts detail={data} change={change} />}
    </aside>
  );
}

function Facts({ detail, change }: { detail: AuditDetail; change: EntryDetailProps["change"] }) {
  const { entry, address, note } = detail;
  const nameOf = useNames([entry]);
  const changed = differences(entry);
  const isUser = entry.entityType === "user" && (entry.entityId?.length ?? 0) === 36;
  return (
    <>
      <dl className="mt-3 divide-y divide-line text-[14px] leading-5">
        <Fact name="When">
          <time dateTime={entry.createdAt}>{exactTime(entry.createdAt)}</time>
        </Fact>
        <Fact name="Who">
          {entry.actorUserId ? (
            <Person id={entry.actorUserId} name={nameOf(entry.actorUserId)} />
          ) : (
            "Somebody unknown, or Parley itself"
          )}
        </Fact>
        <Fact name="Did">{actionOf(entry.action)}</Fact>
        <Fact name="To">
          {isUser ? (
            <Person id={entry.entityId!} name={nameOf(entry.entityId!)} />
          ) : (
            <>
              {entityOf(entry.entityType)} {entry.entityId && <ShortId id={entry.entityId} />}
            </>
          )}
        </Fact>
        <Fact name="From">
          {address ? (
            <span className="font-mono text-[13px]">{address}</span>
          ) : entry.network ? (
            <>
              <span className="font-mono text-[13px]">{entry.network}</span>
              <span className="block text-small text-ink-3">The rest was erased with the person’s data.</span>
            </>
          ) : (
            "No network: Parley did it itself"
          )}
        </Fact>
        {note && <Fact name="Reason">{note}</Fact>}
      </dl>
      {changed.length > 0 && (
        <table className="mt-4 w-full table-fixed rounded-card bg-paper text-[14px] leading-5 shadow-e1">
          <thead>
            <tr className="border-b border-line text-left text-small text-ink-3">
              <th className="h-9 px-3 font-normal">Field</th>
              <th className="h-9 px-3 font-normal">Before</th>
              <th className="h-9 px-3 font-normal">After</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {changed.map(({ field, was, is }) => (
              <tr key={field}>
                <td className="px-3 py-2">{field}</td>
                <td className="px-3 py-2 text-ink-2">{was}</td>
                <td className="px-3 py-2">{is}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        {entry.actorUserId && (
          <Button size="dense" onClick={() => change({ actor: entry.actorUserId! })}>
            All of this person
          </Button>
        )}
        {entry.entityId && (
          <Button
            size="dense"
            onClick={() => change({ entityType: entry.entityType, entityId: entry.entityId! })}
          >
            All about this {entityOf(entry.entityType)}
          </Button>
        )}
      </div>
    </>
  );
}

function Person({ id, name }: { id: string; name: string }) {
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-1">
      <Link to={`/staff/users/${id}`} className="font-medium text-baize-text underline underline-offset-3">
        {name}
      </Link>
      <ShortId id={id} />
    </span>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[72px_minmax(0,1fr)] gap-2 py-2">
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
