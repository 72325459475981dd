import { useCallback } from "react";
import type { UserFilter } from "../../api/staff";
import { cx } from "../../ui/cx";
import { FilterChips } from "../../ui/FilterChips";
import { SearchField } from "../../ui/SearchField";

const statuses = [
  ["", "Any status"],
  ["active", "Active"],
  ["suspended", "Suspended"],
  ["deleted", "Deleted"],
] as const;
const roles = [
  ["", "Everybody"],
  ["admin", "Administrators"],
  ["moderator", "Moderators"],
  ["compliance", "Compliance"],
  ["support", "Support"],
] as const;

type UserFiltersProps = {
  filter: UserFilter;
  change: (change: Partial<UserFilter>) => void;
  /** Beside an open user: search only. */
  narrow: boolean;
};

/** Search and chips above the list. */
export function UserFilters({ filter, change, narrow }: UserFiltersProps) {
  const search = useCallback((q: string) => change({ q: q.trim() }), [change]);
  return (
    <header className="sticky top-0 z-10 border-b border-line bg-paper px-4 pt-1 pb-3 tablet:px-4">
      <div className="flex h-[52px] items-center">
        <h1 className="text-h2">Users</h1>
      </div>
      <div className={cx("flex flex-wrap items-center gap-x-5 gap-y-2.5")}>
        <div className={narrow ? "w-full" : "w-full tablet:w-80"}>
          <SearchField
            label="Find a user"
            placeholder="Name, e-mail or id"
            value={filter.q}
            onSearch={search}
          />
        </div>
        {!narrow && (
          <>
            <FilterChips
              label="Status"
              options={statuses}
              value={filter.status}
              onChange={(status) => change({ status })}
            />
            <FilterChips
              label="Role"
              options={roles}
              value={filter.role}
              onChange={(role) => change({ role })}
            />
          </>
        )}
      </div>
    </header>
  );
}
