import { useMutation } from "@tanstack/react-query";
import { sentenceOf } from "../api/problem";
import { verification } from "../api/users";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";

/** Says that the address is not confirmed yet, and sends the link again. */
export function UnconfirmedEmail({ email }: { email: string }) {
  const send = useMutation({ mutationFn: verification.sendAgain });
  return (
    <div className="mb-6 flex flex-col gap-3">
      <Notice
        tone="warn"
        action={
          !send.isSuccess && (
            <Button size="dense" busy={send.isPending} onClick={() => send.mutate()}>
              Send it again
            </Button>
          )
        }
      >
        {send.isSuccess
          ? `The link is on its way to ${email}.`
          : "Your e-mail is not confirmed yet. Open the link that was sent to it."}
      </Notice>
      {send.error && <Notice tone="error">{sentenceOf(send.error)}</Notice>}
    </div>
  );
}
