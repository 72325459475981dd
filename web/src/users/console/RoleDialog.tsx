import { useState } from "react";
import { sentenceOf } from "../../api/problem";
import { staffUsers, type ConsoleRole, type UserLine } from "../../api/staff";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Notice } from "../../ui/Notice";
import { useDeed } from "./UserActions";
import { roleWord } from "./userWords";

const choices: [role: ConsoleRole | "user", words: string][] = [
  ["user", "Has no access to the console."],
  ["support", "Finds users, sees accounts, sends mails again."],
  ["moderator", "Suspends and restores users, ends sessions."],
  ["compliance", "Reviews identities, reads and exports the audit trail."],
  ["admin", "Everything except reviewing identities."],
];

/** Gives or takes a staff role. */
export function RoleDialog({ user, onClose }: { user: UserLine; onClose: () => void }) {
  const [role, setRole] = useState<ConsoleRole | "user">(user.role);
  const appoint = useDeed(
    () => staffUsers.appoint(user.id, role === "user" ? null : role),
    role === "user"
      ? `${user.displayName} has no staff role.`
      : `${user.displayName} is ${roleWord(role)} now.`,
    onClose,
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Role of ${user.displayName}`}
      description="A change ends their sessions: they log in again with what they may do then."
      footer={
        <>
          <Button kind="quiet" onClick={onClose} className="max-tablet:flex-1">
            Cancel
          </Button>
          <Button
            kind="primary"
            busy={appoint.isPending}
            onClick={() => (role === user.role ? onClose() : appoint.mutate())}
            className="max-tablet:flex-1"
          >
            Save role
          </Button>
        </>
      }
    >
      <div role="radiogroup" aria-label="Role" className="flex flex-col gap-1.5 pb-1">
        {choices.map(([choice, words]) => (
          <label
            key={choice}
            className="flex cursor-pointer items-start gap-3 rounded-control p-3 lined has-checked:bg-baize-tint"
          >
            <input
              type="radio"
              name="role"
              value={choice}
              checked={role === choice}
              onChange={() => setRole(choice)}
              className="mt-[3px] size-4 accent-(--baize)"
            />
            <span className="text-[14px] leading-5">
              <span className="block font-firm">{roleWord(choice)}</span>
              <span className="text-ink-2">{words}</span>
            </span>
          </label>
        ))}
      </div>
      {appoint.error && (
        <div className="mt-4">
          <Notice tone="error">{sentenceOf(appoint.error)}</Notice>
        </div>
      )}
    </Dialog>
  );
}
