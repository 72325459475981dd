import type { Me } from "../../api/types";
import { Seating } from "../../ui/Seating";
import { peopleCount } from "../../ui/words";
import { FEWEST_SEATS, type Plan } from "./plan";

/** The table as planned: your seat taken, the others free. */
export function PlannedSeats({ plan, me, className }: { plan: Plan; me: Me; className?: string }) {
  const seats = Math.max(FEWEST_SEATS, Number(plan.seats) || FEWEST_SEATS);
  return (
    <Seating
      people={[{ name: me.displayName }]}
      capacity={seats}
      label={plan.from || "–"}
      size={seats > 8 ? 24 : seats > 6 ? 32 : 40}
      description={`A table for ${peopleCount(seats)}; your seat is taken.`}
      className={className}
    />
  );
}
