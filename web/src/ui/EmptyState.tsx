import type { ReactNode } from "react";
import { Seating } from "./Seating";

/** Nothing here yet: an empty table with one lit seat, one sentence, one button. */
export function EmptyState({
  sentence,
  action,
  seats = 6,
}: {
  sentence: ReactNode;
  action?: ReactNode;
  seats?: number;
}) {
  return (
    <div className="flex flex-col items-center gap-5 px-4 py-10 text-center">
      <Seating
        people={[]}
        capacity={seats}
        lit={0}
        description="An empty table with one lit seat."
        size={38}
      />
      <p className="max-w-[44ch] text-ink-2">{sentence}</p>
      {action}
    </div>
  );
}
