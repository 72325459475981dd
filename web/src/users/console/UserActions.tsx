import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ban, LogOut, MailPlus, MoreHorizontal, RotateCcw, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { sentenceOf } from "../../api/problem";
import { staffUsers, type Deed, type UserCard } from "../../api/staff";
import { Button } from "../../ui/Button";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { IconButton } from "../../ui/IconButton";
import { Menu, MenuItem } from "../../ui/Menu";
import { useSendsMail } from "../../api/queries";
import { useToast } from "../../ui/Toasts";
import { RoleDialog } from "./RoleDialog";
import { SuspendDialog } from "./SuspendDialog";

/** What whoever looks may do to this user. */
export function UserActions({ card: { user, deeds } }: { card: UserCard }) {
  const [asking, setAsking] = useState<Deed | null>(null);
  const sendsMail = useSendsMail();
  const may = (deed: Deed) => deeds.includes(deed);
  const done = () => setAsking(null);
  const mails = may("resend") && !user.emailVerified && user.status === "active";
  return (
    <div className="flex items-center gap-2">
      {may("suspend") && (
        <Button size="dense" icon={Ban} onClick={() => setAsking("suspend")}>
          Suspend
        </Button>
      )}
      {may("restore") && (
        <Button size="dense" icon={RotateCcw} onClick={() => setAsking("restore")}>
          Restore
        </Button>
      )}
      {(may("end_sessions") || may("grant") || mails) && (
        <Menu
          trigger={
            <IconButton
              icon={MoreHorizontal}
              label={`More for ${user.displayName}`}
              kind="secondary"
              size="dense"
            />
          }
        >
          {may("grant") && (
            <MenuItem icon={ShieldCheck} onSelect={() => setAsking("grant")}>
              Change role
            </MenuItem>
          )}
          {mails && (
            <MenuItem icon={MailPlus} onSelect={() => setAsking("resend")}>
              Send confirmation mail again
            </MenuItem>
          )}
          {may("end_sessions") && (
            <MenuItem icon={LogOut} danger onSelect={() => setAsking("end_sessions")}>
              End all sessions
            </MenuItem>
          )}
        </Menu>
      )}
      {asking === "suspend" && <SuspendDialog user={user} onClose={done} />}
      {asking === "grant" && <RoleDialog user={user} onClose={done} />}
      {asking === "restore" && (
        <Confirm
          title={`Restore ${user.displayName}?`}
          action="Restore"
          words={
            user.status === "deleted"
              ? "They deleted their account and can restore it themselves again, until it is erased."
              : "They can log in again at once. Sessions from before stay ended."
          }
          told={
            user.status === "deleted"
              ? `${user.displayName} may come back.`
              : `${user.displayName} is restored.`
          }
          deed={() => staffUsers.restore(user.id)}
          onClose={done}
        />
      )}
      {asking === "end_sessions" && (
        <Confirm
          title={`End all sessions of ${user.displayName}?`}
          action="End sessions"
          words="They are logged out everywhere, in meetings too, and can log in again."
          told="All sessions are ended."
          deed={() => staffUsers.endSessions(user.id)}
          onClose={done}
        />
      )}
      {asking === "resend" && (
        <Confirm
          title="Send the confirmation mail again?"
          action="Send mail"
          words={
            sendsMail
              ? `A new link goes to ${user.email}. The one sent before keeps working.`
              : `This server sends no mail: a new link for ${user.email} is put into the mailbox. The one before keeps working.`
          }
          told={sendsMail ? "The mail is on its way." : "The mail is in the mailbox."}
          deed={() => staffUsers.resend(user.id, "verification")}
          onClose={done}
        />
      )}
    </div>
  );
}

type ConfirmProps = {
  title: string;
  action: string;
  words: string;
  told: string;
  deed: () => Promise<void>;
  onClose: () => void;
};

function Confirm({ title, action, words, told, deed, onClose }: ConfirmProps) {
  const act = useDeed(deed, told, onClose);
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => act.mutate()}
      title={title}
      action={action}
      busy={act.isPending}
      error={act.error ? sentenceOf(act.error) : null}
    >
      {words}
    </ConfirmDialog>
  );
}

/** Something done to a user, after which everything shown of users is asked for anew. */
export function useDeed(deed: () => Promise<void>, told: string, onDone: () => void) {
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: deed,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["staff"] });
      toast({ text: told });
      onDone();
    },
  });
}
