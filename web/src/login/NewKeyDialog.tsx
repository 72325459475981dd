import { useQueryClient } from "@tanstack/react-query";
import { Check, Copy } from "lucide-react";
import { useState, type FormEvent } from "react";
import { keys, type KeyScope } from "../api/keys";
import { ApiError, sentenceOf } from "../api/problem";
import { Button } from "../ui/Button";
import { copyText } from "../ui/copyText";
import { Dialog } from "../ui/Dialog";
import { Notice } from "../ui/Notice";
import { SelectField } from "../ui/SelectField";
import { TextField } from "../ui/TextField";
import { keysQuery } from "./keysQuery";
import { expiryOf, lifetimes, scopes } from "./keyWords";

/** Making a key, and then the one moment at which it is shown. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const [secret, setSecret] = useState<string | null>(null);
  return secret ? (
    <ShownOnce secret={secret} onClose={onClose} />
  ) : (
    <Wishes onClose={onClose} onMade={setSecret} />
  );
}

function Wishes({ onClose, onMade }: { onClose: () => void; onMade: (secret: string) => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<KeyScope[]>([]);
  const [days, setDays] = useState(90);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const faultOf = (field: string) => (error instanceof ApiError ? error.of(field) : undefined);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      const made = await keys.make({ name, scopes: chosen, expiresAt: expiryOf(days, Date.now()) });
      void queries.invalidateQueries({ queryKey: keysQuery.queryKey });
      onMade(made.secret);
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  const choose = (scope: KeyScope, wanted: boolean) =>
    setChosen((before) => (wanted ? [...before, scope] : before.filter((other) => other !== scope)));

  return (
    <Dialog
      open
      onClose={onClose}
      title="New API key"
      wrap={(content) => (
        <form onSubmit={(event) => void submit(event)} noValidate className="contents">
          {content}
        </form>
      )}
      footer={
        <>
          <Button kind="quiet" onClick={onClose} className="max-tablet:flex-1">
            Cancel
          </Button>
          <Button type="submit" kind="primary" busy={busy} className="max-tablet:flex-1">
            Make key
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <TextField
          label="Name"
          hint="After the program it is for, such as “Office calendar”."
          value={name}
          maxLength={100}
          autoComplete="off"
          error={faultOf("name")}
          onChange={(event) => setName(event.target.value)}
        />
        <ScopeChoice chosen={chosen} fault={faultOf("scopes")} onChoose={choose} />
        <SelectField label="Holds" value={days} onChange={(event) => setDays(Number(event.target.value))}>
          {lifetimes.map(({ days: value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        {error !== null && !faultOf("name") && !faultOf("scopes") && (
          <Notice tone="error">{sentenceOf(error)}</Notice>
        )}
      </div>
    </Dialog>
  );
}

function ScopeChoice({
  chosen,
  fault,
  onChoose,
}: {
  chosen: KeyScope[];
  fault?: string;
  onChoose: (scope: KeyScope, wanted: boolean) => void;
}) {
  return (
    <fieldset aria-describedby={fault ? "scopes-fault" : undefined}>
      <legend className="mb-1 text-[14px] leading-5 font-firm">What it may do</legend>
      {scopes.map(({ scope, label, hint }) => (
        <div key={scope} className="flex items-start gap-3 py-2 pointer-coarse:py-2.5">
          <input
            type="checkbox"
            id={`scope-${scope}`}
            name="scopes"
            checked={chosen.includes(scope)}
            aria-describedby={hint ? `scope-${scope}-hint` : undefined}
            onChange={(event) => onChoose(scope, event.target.checked)}
            className="mt-0.5 size-[18px] shrink-0 accent-baize"
          />
          <div className="min-w-0">
            <label htmlFor={`scope-${scope}`} className="block">
              {label}
            </label>
            {hint && (
              <div id={`scope-${scope}-hint`} className="text-small text-ink-3">
                {hint}
              </div>
            )}
          </div>
        </div>
      ))}
      {fault && (
        <p id="scopes-fault" role="alert" className="mt-1 text-[13px] leading-[18px] text-live-text">
          {fault}
        </p>
      )}
    </fieldset>
  );
}

function ShownOnce({ secret, onClose }: { secret: string; onClose: () => void }) {
  const [copied, setCopied] = useState(false);
  return (
    <Dialog
      open
      guarded
      onClose={onClose}
      title="Copy your key now"
      description="It is shown this once. We keep no copy of it; who has it acts for you."
      footer={
        <Button kind="primary" onClick={onClose} className="max-tablet:flex-1">
          Done
        </Button>
      }
    >
      <div className="flex flex-col items-start gap-3">
        <TextField
          label="API key"
          hideLabel
          readOnly
          value={secret}
          onFocus={(event) => event.target.select()}
          className="font-mono text-[13px]"
          fieldClassName="w-full"
        />
        <Button icon={copied ? Check : Copy} onClick={() => void copyText(secret).then(setCopied)}>
          {copied ? "Copied" : "Copy key"}
        </Button>
      </div>
    </Dialog>
  );
}
