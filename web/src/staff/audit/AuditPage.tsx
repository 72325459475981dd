import { useCallback, useRef, useState } from "react";
import { cx } from "../../ui/cx";
import { usePageTitle } from "../../ui/usePageTitle";
import { useRowKeys } from "../../ui/useRowKeys";
import { AuditFilters } from "./AuditFilters";
import { ChainNotice } from "./ChainNotice";
import { EntryDetail } from "./EntryDetail";
import { EntryList } from "./EntryList";
import { ExportMenu } from "./ExportMenu";
import { useAuditFilter } from "./useAuditFilter";

/** Who did what to what, newest first, and whether all of it is still as it was written. */
export default function AuditPage() {
  usePageTitle("Audit trail");
  const [filter, change] = useAuditFilter();
  const [open, setOpen] = useState<number | null>(null);
  const list = useRef<HTMLElement>(null);
  const close = useCallback(() => setOpen(null), []);
  useRowKeys(list, open === null ? undefined : close);
  return (
    <div className={cx(open !== null && "desk:grid desk:h-dvh desk:grid-cols-[minmax(0,1fr)_400px]")}>
      <section
        ref={list}
        aria-label="Audit trail"
        className={cx(
          "min-h-dvh min-w-0 bg-paper",
          open !== null && "max-desk:hidden desk:h-dvh desk:overflow-y-auto",
        )}
      >
        <header className="top-0 z-10 border-b border-line bg-paper px-4 pt-1 pb-3 tablet:sticky">
          <div className="mb-2 flex min-h-[52px] flex-wrap items-center gap-x-4 gap-y-2">
            <h1 className="flex-1 text-h2">Audit trail</h1>
            <ChainNotice />
            <ExportMenu filter={filter} />
          </div>
          <AuditFilters filter={filter} change={change} />
        </header>
        <EntryList filter={filter} open={open} onOpen={setOpen} />
      </section>
      {open !== null && <EntryDetail key={open} id={open} onClose={close} change={change} />}
    </div>
  );
}
