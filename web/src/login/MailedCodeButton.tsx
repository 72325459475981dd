import { useMutation } from "@tanstack/react-query";
import { sentenceOf } from "../api/problem";
import { proof } from "../api/proof";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";

/** Has a code mailed to somebody who has neither password nor passkey. */
export function MailedCodeButton() {
  const send = useMutation({ mutationFn: proof.mailCode });
  return (
    <>
      <p className="text-[14px] leading-5 text-ink-2">
        {send.isSuccess
          ? "A code is on its way to your e-mail address. It works for ten minutes."
          : "Your account has no password and no passkey. We mail you a code instead."}
      </p>
      <Button busy={send.isPending} onClick={() => send.mutate()} className="self-start">
        {send.isSuccess ? "Send another code" : "Send me a code"}
      </Button>
      {send.error && <Notice tone="error">{sentenceOf(send.error)}</Notice>}
    </>
  );
}
