import { Dialog } from "../../ui/Dialog";
import { SelectField } from "../../ui/SelectField";
import { SHORTCUTS, type KeyMode } from "./shortcuts";

/** All shortcuts, and whether single keys work at all. */
export function ShortcutsDialog({
  open,
  mode,
  onMode,
  onClose,
}: {
  open: boolean;
  mode: KeyMode;
  onMode: (mode: KeyMode) => void;
  onClose: () => void;
}) {
  return (
    <Dialog open={open} onClose={onClose} title="Shortcuts" description="They work outside of text fields.">
      <dl className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2">
        {SHORTCUTS.map(({ deed, shown, does }) => (
          <Row key={deed} does={does} keys={mode === "alt" && deed !== "region" ? `Alt ${shown}` : shown} />
        ))}
        <Row does="Speak while muted" keys="hold Space" />
        <Row does="Close what is on top" keys="Esc" />
      </dl>
      <SelectField
        label="Single keys"
        value={mode}
        onChange={(event) => onMode(event.target.value as KeyMode)}
        fieldClassName="mt-6"
      >
        <option value="plain">Work as they are</option>
        <option value="alt">Work together with Alt</option>
        <option value="off">Are off</option>
      </SelectField>
    </Dialog>
  );
}

function Row({ does, keys }: { does: string; keys: string }) {
  return (
    <>
      <dt>{does}</dt>
      <dd>
        <kbd className="rounded-[4px] bg-well px-2 py-0.5 font-mono text-tiny font-firm text-ink-2">
          {keys}
        </kbd>
      </dd>
    </>
  );
}
