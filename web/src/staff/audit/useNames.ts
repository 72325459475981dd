import { useQueries } from "@tanstack/react-query";
import { staffUsers, type AuditEntry } from "../../api/staff";

const AT_ONCE = 50;

/** What somebody is called, or the beginning of the id where that is not known. */
export type NameOf = (id: string) => string;

const isId = (text: string | null): text is string => text !== null && /^[0-9a-f-]{36}$/.test(text);

/** The names of everybody in these entries, asked for some at a time. */
export function useNames(entries: AuditEntry[]): NameOf {
  const ids = new Set<string>();
  for (const { actorUserId, entityType, entityId } of entries) {
    if (isId(actorUserId)) ids.add(actorUserId);
    if (entityType === "user" && isId(entityId)) ids.add(entityId);
  }
  const all = [...ids];
  const parts = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, part) =>
    all.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
  const names = useQueries({
    queries: parts.map((part) => ({
      queryKey: ["staff", "names", part],
      queryFn: ({ signal }: { signal: AbortSignal }) => staffUsers.names(part, signal),
      staleTime: 300_000,
    })),
  });
  const known = new Map(
    names.flatMap(({ data }) => data?.items ?? []).map((user) => [user.id, user.displayName]),
  );
  return (id) => known.get(id) ?? (isId(id) ? `${id.slice(0, 8)}…` : id === "all" ? "users" : id || "nobody");
}
