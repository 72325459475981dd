import { useState } from "react";
import { copyText } from "./copyText";
import { cx } from "./cx";

/** An id with its middle left out; a click copies all of it. */
export function ShortId({ id, className }: { id: string; className?: string }) {
  const [copied, setCopied] = useState(false);
  const short = id.length > 14 ? `${id.slice(0, 6)}…${id.slice(-4)}` : id;
  const copy = async () => {
    setCopied(await copyText(id));
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <button
      type="button"
      title={id}
      onClick={() => void copy()}
      className={cx(
        "rounded-chip px-1 font-mono text-tiny text-ink-3 hover:bg-well hover:text-ink",
        className,
      )}
    >
      {copied ? "copied" : short}
      {!copied && <span className="sr-only"> copy</span>}
    </button>
  );
}
