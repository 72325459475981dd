import { LoaderCircle } from "lucide-react";
import { cx } from "./cx";

/** Something of unknown length is going on; the words next to it say what. */
export function Spinner({ className, label }: { className?: string; label?: string }) {
  return (
    <LoaderCircle
      className={cx("size-5 shrink-0 animate-spin", className)}
      strokeWidth={1.75}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    />
  );
}
