import { Search } from "lucide-react";
import { useState } from "react";
import type { Person } from "../../rtc/people";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { controlClass } from "../../ui/Field";
import { cx } from "../../ui/cx";
import { firstName } from "../stage/words";
import { handOrder, type Hand } from "../hands";
import { PersonRow } from "./PersonRow";
import { sortPeople } from "./sortPeople";

export type PeopleActions = {
  /** Whether you may mute and remove others. */
  host: boolean;
  mute: (participantId: string) => Promise<void>;
  remove: (participantId: string) => Promise<void>;
  pinned: string | null;
  pin: (presenceId: string | null) => void;
  volumeOf: (participantId: string) => number;
  setVolume: (participantId: string, volume: number) => void;
};

/** Everybody who is here: hands first, then yourself, then by name. */
export function PeoplePanel({
  people,
  hands,
  actions,
}: {
  people: readonly Person[];
  hands: readonly Hand[];
  actions: PeopleActions;
}) {
  const [wanted, setWanted] = useState("");
  const [removing, setRemoving] = useState<Person | null>(null);
  const shown = sortPeople(people, hands, wanted);
  return (
    <>
      <div className="relative px-4 pt-3 pb-2">
        <Search
          className="pointer-events-none absolute top-1/2 left-7 mt-0.5 size-4 -translate-y-1/2 text-ink-3"
          strokeWidth={1.75}
          aria-hidden
        />
        <input
          type="search"
          aria-label="Search people"
          placeholder="Search"
          data-first-field
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          className={cx(controlClass, "pl-9!")}
        />
      </div>
      <ul className="m-0 min-h-0 flex-1 list-none overflow-y-auto overscroll-contain px-2 pb-3">
        {shown.map((person) => (
          <PersonRow
            key={person.presenceId}
            person={person}
            hand={handOrder(hands, person.participantId)}
            actions={actions}
            onRemove={() => setRemoving(person)}
          />
        ))}
        {shown.length === 0 && (
          <li className="px-2 py-6 text-center text-small text-ink-3">Nobody here is called that.</li>
        )}
      </ul>
      <RemoveDialog person={removing} onClose={() => setRemoving(null)} onRemove={actions.remove} />
    </>
  );
}

function RemoveDialog({
  person,
  onClose,
  onRemove,
}: {
  person: Person | null;
  onClose: () => void;
  onRemove: (participantId: string) => Promise<void>;
}) {
  const [error, setError] = useState<string | null>(null);
  const name = person ? firstName(person.name) : "";
  const remove = () => {
    if (!person) return;
    onRemove(person.participantId).then(onClose, () => setError(`${name} could not be removed. Try again.`));
  };
  return (
    <ConfirmDialog
      open={person !== null}
      onClose={onClose}
      onConfirm={remove}
      title={`Remove ${name}?`}
      action={`Remove ${name}`}
      error={error}
    >
      The link will no longer let {name} in.
    </ConfirmDialog>
  );
}
