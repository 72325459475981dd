import { useInfiniteQuery } from "@tanstack/react-query";
import { sentenceOf } from "../../api/problem";
import { staffUsers, type UserFilter } from "../../api/staff";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Notice } from "../../ui/Notice";
import { Skeleton, WhenSlow } from "../../ui/Skeleton";
import { UserRow } from "./UserRow";
import { UserTable } from "./UserTable";

type UserListProps = {
  filter: UserFilter;
  /** The part of the address that says the filter. */
  search: string;
  /** The user whose page is open. */
  open?: string;
};

/** The users found: a table, or a queue beside an open one. */
export function UserList({ filter, search, open }: UserListProps) {
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["staff", "users", filter],
    queryFn: ({ pageParam, signal }) => staffUsers.list(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const users = data?.pages.flatMap((page) => page.items) ?? [];
  const to = (id: string) => `/staff/users/${id}${search}`;
  if (error) {
    return (
      <div className="p-4">
        <Notice tone="error">{sentenceOf(error)}</Notice>
      </div>
    );
  }
  if (isPending) return <Waiting />;
  if (users.length === 0)
    return <EmptyState sentence="Nobody fits this. Look for another part of the name or address." />;
  return (
    <>
      {open === undefined && <UserTable users={users} to={to} />}
      <ul className={open === undefined ? "divide-y divide-line tablet:hidden" : "divide-y divide-line"}>
        {users.map((user) => (
          <UserRow key={user.id} user={user} to={to(user.id)} open={user.id === open} />
        ))}
      </ul>
      {hasNextPage && (
        <div className="p-4">
          <Button size="dense" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            50 more
          </Button>
        </div>
      )}
    </>
  );
}

function Waiting() {
  return (
    <WhenSlow label="Users are being looked for">
      <div className="flex flex-col gap-5 p-4">
        {[0, 1, 2, 3, 4].map((row) => (
          <Skeleton key={row} className="h-6" />
        ))}
      </div>
    </WhenSlow>
  );
}
