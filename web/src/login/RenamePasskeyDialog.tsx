import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { passkeys, type Passkey } from "../api/factors";
import { sentenceOf } from "../api/problem";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { TextField } from "../ui/TextField";
import { useLookAgain } from "./securityQuery";

/** Asks what a passkey is to be called. */
export function RenamePasskeyDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const lookAgain = useLookAgain();
  const [name, setName] = useState(passkey.name);
  const rename = useMutation({
    mutationFn: () => passkeys.rename(passkey.id, name.trim()),
    onSuccess: async () => {
      await lookAgain();
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!rename.isPending) rename.mutate();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Rename passkey"
      sheet
      wrap={(content) => (
        <form onSubmit={submit} noValidate className="contents">
          {content}
        </form>
      )}
      footer={
        <>
          <Button kind="quiet" onClick={onClose} className="max-tablet:flex-1">
            Cancel
          </Button>
          <Button type="submit" kind="primary" busy={rename.isPending} className="max-tablet:flex-1">
            Rename
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        value={name}
        maxLength={100}
        error={rename.error ? sentenceOf(rename.error) : undefined}
        onChange={(event) => {
          setName(event.target.value);
          rename.reset();
        }}
      />
    </Dialog>
  );
}
