import { Trash2 } from "lucide-react";
import { useState, type FormEvent } from "react";
import { ApiError, sentenceOf } from "../api/problem";
import { privacy } from "../api/privacy";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Notice } from "../ui/Notice";
import { TextField } from "../ui/TextField";
import { DELETE_WORDS } from "./privacyWords";

/** Going away: at once, and for good after thirty days. */
export function DeleteSection() {
  const [asking, setAsking] = useState(false);
  return (
    <section aria-labelledby="delete-title" className="mt-6 rounded-card bg-paper p-4 shadow-e1 tablet:p-6">
      <h2 id="delete-title" className="text-h3 font-bold">
        Delete your account
      </h2>
      <p className="mt-1 text-ink-2">
        You are logged out everywhere at once, your API keys are revoked, and meetings you host are cancelled.
        For 30 days you can restore your account by logging in. Then everything about you is erased, and you
        get a receipt.
      </p>
      <Button icon={Trash2} onClick={() => setAsking(true)} className="mt-4 text-live-text">
        Delete my account
      </Button>
      {asking && <DeleteDialog onClose={() => setAsking(false)} />}
    </section>
  );
}

function DeleteDialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const fault = error instanceof ApiError ? error.of("confirm") : undefined;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      const { restorableUntil } = await privacy.deleteAccount(typed);
      // Anew, so that nothing of the account stays in the page, which hears at the same time that it is logged out.
      location.replace(`/restore?until=${encodeURIComponent(restorableUntil)}`);
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title="Delete your account"
      description="Everybody you meet with keeps their meetings; what you wrote and uploaded goes after 30 days."
      wrap={(content) => (
        <form onSubmit={(event) => void submit(event)} noValidate className="contents">
          {content}
        </form>
      )}
      footer={
        <>
          <Button kind="quiet" onClick={onClose} className="max-tablet:flex-1">
            Keep my account
          </Button>
          <Button type="submit" kind="danger" busy={busy} className="max-tablet:flex-1">
            Delete my account
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={`Type “${DELETE_WORDS}”`}
          value={typed}
          error={fault}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.target.value);
            setError(null);
          }}
        />
        {error !== null && !fault && <Notice tone="error">{sentenceOf(error)}</Notice>}
      </div>
    </Dialog>
  );
}
