import { Copy, Download, Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/Button";
import { copyText } from "../ui/copyText";
import { Dialog } from "../ui/Dialog";

/** Shows new recovery codes, once. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const [copied, setCopied] = useState(false);
  return (
    <Dialog
      open
      onClose={onClose}
      guarded
      title="Your recovery codes"
      description="Each lets you in once, should you lose your app and your passkeys. They are shown only now, and older ones no longer work."
      footer={
        <Button kind="primary" onClick={onClose} className="max-tablet:flex-1">
          I have kept them
        </Button>
      }
    >
      <ul
        data-print
        aria-label="Recovery codes"
        className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-control bg-well px-4 py-3.5 font-mono text-[15px] leading-6 tabular-nums select-all"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button size="dense" icon={Copy} onClick={() => void copyText(codes.join("\n")).then(setCopied)}>
          {copied ? "Copied" : "Copy"}
        </Button>
        <Button size="dense" icon={Download} onClick={() => download(codes)}>
          Download
        </Button>
        <Button size="dense" icon={Printer} onClick={() => print()}>
          Print
        </Button>
      </div>
    </Dialog>
  );
}

function download(codes: string[]) {
  const text = `Recovery codes for ${location.host}\nEach works once.\n\n${codes.join("\n")}\n`;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = `parley-recovery-codes-${location.hostname}.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
}
