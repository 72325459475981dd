import { X } from "lucide-react";
import { useState, type FormEvent } from "react";
import { sentenceOf } from "../../api/problem";
import { staffUsers, type AuditFilter } from "../../api/staff";
import { Button } from "../../ui/Button";
import { controlClass } from "../../ui/Field";
import { cx } from "../../ui/cx";
import { actionWords, entityOf } from "./entryWords";

const entities = ["user", "session", "meeting", "file", "passkey", "api_key", "linked_account", "invitation"];
const more = ["settings", "mail", "mailbox", "permission", "audit_entry", "notification"];
const isId = (text: string) => /^[0-9a-f-]{36}$/i.test(text);
const control = cx(controlClass, "h-9! text-[14px]! max-tablet:h-11!");

type AuditFiltersProps = { filter: AuditFilter; change: (change: Partial<AuditFilter>) => void };

/** What to narrow the trail by. */
export function AuditFilters({ filter, change }: AuditFiltersProps) {
  const narrowed = Object.values(filter).some((value) => value !== "");
  return (
    <div className="grid grid-cols-2 gap-2 tablet:flex tablet:flex-wrap tablet:items-center">
      <Actor key={filter.actor} actor={filter.actor} change={change} />
      <select
        aria-label="Action"
        value={filter.action}
        onChange={(event) => change({ action: event.target.value })}
        className={cx(control, "tablet:w-40")}
      >
        <option value="">Any action</option>
        {Object.entries(actionWords).map(([action, words]) => (
          <option key={action} value={action}>
            {words}
          </option>
        ))}
      </select>
      <select
        aria-label="Kind of thing"
        value={filter.entityType}
        onChange={(event) => change({ entityType: event.target.value })}
        className={cx(control, "tablet:w-36")}
      >
        <option value="">Anything</option>
        {[...entities, ...more].map((type) => (
          <option key={type} value={type}>
            {entityOf(type)}
          </option>
        ))}
      </select>
      <Thing key={`thing ${filter.entityId}`} entityId={filter.entityId} change={change} />
      <label className="flex min-w-0 items-center gap-1.5 text-small text-ink-3">
        From
        <input
          type="date"
          value={filter.from}
          onChange={(event) => change({ from: event.target.value })}
          className={cx(control, "min-w-0 tablet:w-36")}
        />
      </label>
      <label className="flex min-w-0 items-center gap-1.5 text-small text-ink-3">
        to
        <input
          type="date"
          value={filter.to}
          onChange={(event) => change({ to: event.target.value })}
          className={cx(control, "min-w-0 tablet:w-36")}
        />
      </label>
      {narrowed && (
        <Button
          kind="quiet"
          size="dense"
          icon={X}
          onClick={() => change({ actor: "", action: "", entityType: "", entityId: "", from: "", to: "" })}
        >
          Show all
        </Button>
      )}
    </div>
  );
}

/** Somebody by id or by the whole e-mail address, which is looked up. */
function Actor({ actor, change }: { actor: string; change: AuditFiltersProps["change"] }) {
  const [text, setText] = useState(actor);
  const [fault, setFault] = useState<string | null>(null);
  const search = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = text.trim();
    if (wanted === "" || isId(wanted)) return change({ actor: wanted.toLowerCase() });
    try {
      const found = await staffUsers.list({ q: wanted, status: "", role: "" }, null);
      const [first, second] = found.items;
      if (!first) return setFault("Nobody fits this.");
      if (second) return setFault("Several people fit this.");
      change({ actor: first.id });
    } catch (error) {
      setFault(sentenceOf(error));
    }
  };
  return (
    <form role="search" onSubmit={(event) => void search(event)} className="col-span-2 min-w-0 tablet:w-56">
      <input
        type="search"
        aria-label="Who did it"
        aria-invalid={fault !== null || undefined}
        placeholder="Who: name, e-mail or id"
        title={fault ?? undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setFault(null);
        }}
        className={control}
      />
      {fault && (
        <p role="alert" className="pt-0.5 text-tiny text-live-text">
          {fault}
        </p>
      )}
    </form>
  );
}

function Thing({ entityId, change }: { entityId: string; change: AuditFiltersProps["change"] }) {
  const [text, setText] = useState(entityId);
  return (
    <form
      className="col-span-2 min-w-0 tablet:w-44"
      onSubmit={(event) => {
        event.preventDefault();
        change({ entityId: text.trim() });
      }}
    >
      <input
        aria-label="Id of the thing"
        placeholder="Id of the thing"
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={cx(control, "font-mono text-[13px]")}
      />
    </form>
  );
}
