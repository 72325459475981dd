import { useCallback, useRef } from "react";
import { useNavigate, useParams } from "react-router";
import { cx } from "../../ui/cx";
import { usePageTitle } from "../../ui/usePageTitle";
import { useRowKeys } from "../../ui/useRowKeys";
import { UserDetail } from "./UserDetail";
import { UserFilters } from "./UserFilters";
import { UserList } from "./UserList";
import { useUserFilter } from "./useUserFilter";

/** Finds a user. With one open, the list stays at the left. */
export default function UsersPage() {
  usePageTitle("Users");
  const { id } = useParams();
  const navigate = useNavigate();
  const list = useRef<HTMLElement>(null);
  const [filter, change, search] = useUserFilter();
  const back = useCallback(() => void navigate(`/staff/users${search}`), [navigate, search]);
  useRowKeys(list, id ? back : undefined);
  return (
    <div className={cx(id && "desk:grid desk:h-dvh desk:grid-cols-[340px_minmax(0,1fr)]")}>
      <section
        ref={list}
        aria-label="Users"
        className={cx(
          "bg-paper",
          id ? "border-r border-line max-desk:hidden desk:h-dvh desk:overflow-y-auto" : "min-h-dvh",
        )}
      >
        <UserFilters filter={filter} change={change} narrow={!!id} />
        <UserList filter={filter} search={search} open={id} />
      </section>
      {id && <UserDetail key={id} id={id} back={`/staff/users${search}`} />}
    </div>
  );
}
