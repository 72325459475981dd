import { useMutation } from "@tanstack/react-query";
import { sentenceOf } from "../api/problem";
import { useSendsMail } from "../api/queries";
import { verification } from "../api/users";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";

/** Says that the address is not confirmed yet, and sends the link again, or says who has it. */
export function UnconfirmedEmail({ email }: { email: string }) {
  const sendsMail = useSendsMail();
  const send = useMutation({ mutationFn: verification.sendAgain });
  return (
    <div className="mb-6 flex flex-col gap-3 max-tablet:mb-4">
      <Notice
        tone="warn"
        action={
          sendsMail &&
          !send.isSuccess && (
            <Button size="dense" busy={send.isPending} onClick={() => send.mutate()}>
              Send it again
            </Button>
          )
        }
      >
        {!sendsMail
          ? `${email} is not confirmed yet. This server sends no mail: whoever runs it has the link in the console's mailbox.`
          : send.isSuccess
            ? `The link is on its way to ${email}.`
            : `Confirm your e-mail: open the link that was sent to ${email}.`}
      </Notice>
      {send.error && <Notice tone="error">{sentenceOf(send.error)}</Notice>}
    </div>
  );
}
