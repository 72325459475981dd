import { useMutation } from "@tanstack/react-query";
import { Ellipsis, Fingerprint, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { passkeys, type Passkey } from "../api/factors";
import { sentenceOf } from "../api/problem";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { IconButton } from "../ui/IconButton";
import { Menu, MenuItem, MenuLine } from "../ui/Menu";
import { useToast } from "../ui/Toasts";
import { RenamePasskeyDialog } from "./RenamePasskeyDialog";
import { useLookAgain } from "./securityQuery";
import { SettingRow } from "./SettingRow";
import { dayInWords } from "./when";

/** One passkey with its name and last use. */
export function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const [open, setOpen] = useState<"rename" | "remove" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <SettingRow
        icon={Fingerprint}
        title={passkey.name}
        state={<PasskeyState passkey={passkey} />}
        action={
          <Menu trigger={<IconButton icon={Ellipsis} label={`More about ${passkey.name}`} tooltip={false} />}>
            <MenuItem icon={Pencil} onSelect={() => setOpen("rename")}>
              Rename
            </MenuItem>
            <MenuLine />
            <MenuItem icon={Trash2} danger onSelect={() => setOpen("remove")}>
              Remove
            </MenuItem>
          </Menu>
        }
      />
      {open === "rename" && <RenamePasskeyDialog passkey={passkey} onClose={close} />}
      {open === "remove" && <RemovePasskey passkey={passkey} onClose={close} />}
    </>
  );
}

function PasskeyState({ passkey: { lastUsedAt, createdAt, suspectSince } }: { passkey: Passkey }) {
  if (suspectSince) {
    return (
      <span className="text-live-text">
        It may have been copied: its counter went back {dayInWords(suspectSince)}. Remove it and add a new
        one.
      </span>
    );
  }
  return lastUsedAt
    ? `Passkey, last used ${dayInWords(lastUsedAt)}`
    : `Passkey, added ${dayInWords(createdAt)}, not used yet`;
}

function RemovePasskey({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const lookAgain = useLookAgain();
  const toast = useToast();
  const remove = useMutation({
    mutationFn: () => passkeys.remove(passkey.id),
    onSuccess: async () => {
      await lookAgain();
      toast({ text: `The passkey ${passkey.name} is removed.` });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error ? sentenceOf(remove.error) : null}
      title={`Remove ${passkey.name}`}
      action="Remove passkey"
    >
      It will no longer open your account. Your device may go on offering it until you delete it there too.
    </ConfirmDialog>
  );
}
