import { useEffect, useState, type ReactNode } from "react";
import { cx } from "./cx";

/** A grey shape of what will stand here. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx("block rounded-chip bg-line/70", className)} />;
}

const PATIENCE_MS = 300;

/** Shows its content only once waiting has become noticeable, so that quick answers do not flicker. */
export function WhenSlow({ label, children }: { label: string; children: ReactNode }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-busy>
      <span className="sr-only">{label}</span>
      <div className={cx("transition-opacity duration-180", slow ? "opacity-100" : "opacity-0")}>
        {children}
      </div>
    </div>
  );
}
