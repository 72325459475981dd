import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { security, type AppSetup } from "../api/factors";
import { sentenceOf } from "../api/problem";
import { Button } from "../ui/Button";
import { copyText } from "../ui/copyText";
import { Dialog } from "../ui/Dialog";
import { TextField } from "../ui/TextField";
import { QrPicture } from "./QrPicture";
import { useLookAgain } from "./securityQuery";

type AppSetupDialogProps = { setup: AppSetup; onClose: () => void; onCodes: (codes: string[]) => void };

/** Gives the secret to the app, by picture or by hand, and has it show a first code. */
export function AppSetupDialog({ setup, onClose, onCodes }: AppSetupDialogProps) {
  const lookAgain = useLookAgain();
  const [code, setCode] = useState("");
  const confirm = useMutation({
    mutationFn: () => security.confirmApp(code),
    onSuccess: async ({ recoveryCodes }) => {
      await lookAgain();
      onClose();
      onCodes(recoveryCodes);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code && !confirm.isPending) confirm.mutate();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      guarded
      title="Set up an authenticator app"
      description="Scan this with an app such as Aegis, 1Password or Google Authenticator."
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
          <Button type="submit" kind="primary" busy={confirm.isPending} className="max-tablet:flex-1">
            Turn on
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <QrPicture qr={setup.qr} label="QR code for the authenticator app" />
        <Secret secret={setup.secret} uri={setup.uri} />
        <TextField
          label="Code"
          hint="The six digits that the app shows now."
          value={code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          error={confirm.error ? sentenceOf(confirm.error) : undefined}
          onChange={(event) => {
            setCode(event.target.value);
            confirm.reset();
          }}
        />
      </div>
    </Dialog>
  );
}

function Secret({ secret, uri }: { secret: string; uri: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className="flex flex-col gap-2 text-[14px] leading-5 text-ink-2">
      <p>Or type this secret into the app, or open it on this device:</p>
      <code className="rounded-control bg-well px-3 py-2.5 font-mono text-[15px] leading-6 text-ink select-all">
        {secret.match(/.{1,4}/g)?.join(" ")}
      </code>
      <div className="flex gap-2">
        <Button size="dense" onClick={() => void copyText(secret).then(setCopied)}>
          {copied ? "Copied" : "Copy"}
        </Button>
        <a
          href={uri}
          className="inline-flex h-8 items-center rounded-[8px] px-3 font-firm text-baize-text hover:bg-well pointer-coarse:min-h-11"
        >
          Open in app
        </a>
      </div>
    </div>
  );
}
