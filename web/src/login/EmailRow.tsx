import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { AtSign } from "lucide-react";
import { useState } from "react";
import { useOutletContext } from "react-router";
import { emailChange } from "../api/entry";
import { sentenceOf } from "../api/problem";
import { useSendsMail } from "../api/queries";
import type { Me } from "../api/types";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Notice } from "../ui/Notice";
import { TextField } from "../ui/TextField";
import { SettingRow } from "./SettingRow";
import { useAccountForm } from "./useAccountForm";
import { emailFault } from "./validate";

const waitingKey = ["email-change"];

/** The address somebody logs in with, the one that waits to take its place, and the way to another. */
export function EmailRow() {
  const me = useOutletContext<Me>();
  const queries = useQueryClient();
  const sendsMail = useSendsMail();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: waitingKey,
    queryFn: ({ signal }) => emailChange.waiting(signal),
  });
  const cancel = useMutation({
    mutationFn: emailChange.cancel,
    onSuccess: () => queries.invalidateQueries({ queryKey: waitingKey }),
  });
  return (
    <div>
      <SettingRow
        icon={AtSign}
        title="E-mail"
        state={
          <span className="block truncate">
            {me.email}
            {me.emailVerified ? ", confirmed" : ", not confirmed yet"}
          </span>
        }
        action={
          <Button size="dense" onClick={() => setOpen(true)} aria-label="Change e-mail">
            Change
          </Button>
        }
      />
      {data?.email && (
        <div className="pb-4">
          <Notice
            tone="info"
            action={
              <Button size="dense" busy={cancel.isPending} onClick={() => cancel.mutate()}>
                Call it off
              </Button>
            }
          >
            {data.email} takes its place as soon as the link in the mail there is opened. The link holds for a
            day.
          </Notice>
        </div>
      )}
      {cancel.error && <Notice tone="error">{sentenceOf(cancel.error)}</Notice>}
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Change your e-mail"
        description={
          sendsMail
            ? "The new address confirms by a link. The old one is told, and can undo it for a week."
            : "This server sends no mail. The link that confirms the new address is in the console's mailbox; ask whoever runs it."
        }
      >
        <EmailForm onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function EmailForm({ onDone }: { onDone: () => void }) {
  const queries = useQueryClient();
  const form = useAccountForm(
    { email: "" },
    (_, value) => emailFault(value),
    async ({ email }) => {
      queries.setQueryData(waitingKey, await emailChange.begin(email.trim()));
      onDone();
    },
  );
  return (
    <form onSubmit={form.submit} noValidate className="flex flex-col gap-4">
      <TextField
        {...form.bind("email")}
        label="New e-mail"
        type="email"
        autoComplete="email"
        inputMode="email"
      />
      {form.refusal && <Notice tone="error">{form.refusal}</Notice>}
      <Button type="submit" kind="primary" busy={form.busy} className="self-end max-tablet:w-full">
        {useSendsMail() ? "Send the link" : "Make the link"}
      </Button>
    </form>
  );
}
