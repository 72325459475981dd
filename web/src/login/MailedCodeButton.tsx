import { useMutation } from "@tanstack/react-query";
import { sentenceOf } from "../api/problem";
import { useSendsMail } from "../api/queries";
import { proof } from "../api/proof";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";

/** Has a code mailed to somebody who has neither password nor passkey. */
export function MailedCodeButton() {
  const sendsMail = useSendsMail();
  const send = useMutation({ mutationFn: proof.mailCode });
  return (
    <>
      <p className="text-[14px] leading-5 text-ink-2">
        {sendsMail
          ? send.isSuccess
            ? "A code is on its way to your e-mail address. It works for ten minutes."
            : "Your account has no password and no passkey. We mail you a code instead."
          : send.isSuccess
            ? "The code is in the console's mailbox, where whoever runs this server finds it. It works for ten minutes."
            : "Your account has no password and no passkey, and this server sends no mail. Whoever runs it can hand you a code."}
      </p>
      <Button busy={send.isPending} onClick={() => send.mutate()} className="self-start">
        {sendsMail
          ? send.isSuccess
            ? "Send another code"
            : "Send me a code"
          : send.isSuccess
            ? "Ask for another code"
            : "Ask for a code"}
      </Button>
      {send.error && <Notice tone="error">{sentenceOf(send.error)}</Notice>}
    </>
  );
}
