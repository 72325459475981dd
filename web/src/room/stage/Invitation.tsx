import { Check, Copy, Share2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/Button";
import type { Box } from "./packing";

/** Beside you while nobody else is there: the link, ready to be sent. */
export function Invitation({ box, joinUrl }: { box: Box; joinUrl: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(joinUrl);
    setCopied(true);
  };
  const canShare = typeof navigator.share === "function";
  return (
    <div
      className="room-invitation absolute grid grid-cols-[minmax(0,1fr)] place-items-center"
      style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
    >
      <section
        aria-label="Invitation"
        className="w-full max-w-[420px] animate-fade rounded-card bg-paper p-5 shadow-e2 max-tablet:p-4"
      >
        <h2 className="text-h2">Nobody else is here yet</h2>
        <p className="room-invitation-words mt-1 text-ink-2 max-tablet:text-small">
          Send this link to whoever should come.
        </p>
        <p className="room-invitation-link mt-3 truncate rounded-control bg-well px-3 py-2.5 font-mono text-[13px] text-ink-2 select-all max-tablet:mt-2">
          {joinUrl}
        </p>
        <div className="mt-3 flex gap-2">
          <Button kind="primary" icon={copied ? Check : Copy} onClick={() => void copy()} className="flex-1">
            {copied ? "Copied" : "Copy link"}
          </Button>
          {canShare && (
            <Button
              icon={Share2}
              onClick={() => void navigator.share({ url: joinUrl }).catch(() => undefined)}
            >
              Send
            </Button>
          )}
        </div>
        <span role="status" className="sr-only">
          {copied && "The link is copied."}
        </span>
      </section>
    </div>
  );
}
