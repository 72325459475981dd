import { useState } from "react";
import { sentenceOf } from "../../api/problem";
import { staffUsers, type UserLine } from "../../api/staff";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Notice } from "../../ui/Notice";
import { TextAreaField } from "../../ui/TextField";
import { useDeed } from "./UserActions";

/** Asks why before somebody is sent away. */
export function SuspendDialog({ user, onClose }: { user: UserLine; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const suspend = useDeed(
    () => staffUsers.suspend(user.id, reason.trim()),
    `${user.displayName} is suspended.`,
    onClose,
  );
  const missing = tried && !reason.trim() ? "A reason is missing." : undefined;
  const submit = () => {
    setTried(true);
    if (reason.trim() && !suspend.isPending) suspend.mutate();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      guarded={reason.trim() !== ""}
      title={`Suspend ${user.displayName}?`}
      description={
        user.status === "deleted"
          ? "They deleted their account. Suspended, they cannot restore it, and it is erased on its day."
          : "They are logged out at once, in meetings too, and cannot log in until somebody restores them. Nothing of theirs is deleted."
      }
      footer={
        <>
          <Button kind="quiet" onClick={onClose} className="max-tablet:flex-1">
            Cancel
          </Button>
          <Button kind="danger" busy={suspend.isPending} onClick={submit} className="max-tablet:flex-1">
            Suspend
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextAreaField
          label="Reason"
          hint="Kept in the audit trail for colleagues; the user does not see it."
          value={reason}
          maxLength={500}
          error={missing}
          onChange={(event) => setReason(event.target.value)}
        />
        {suspend.error && <Notice tone="error">{sentenceOf(suspend.error)}</Notice>}
      </div>
    </Dialog>
  );
}
