import { Link2, UserRoundCheck } from "lucide-react";
import type { Me } from "../../api/types";
import { dayName, duration } from "../../ui/words";
import { minutesOfPlan, momentsOf, type Plan } from "./plan";
import { PlannedSeats } from "./PlannedSeats";

/** The table as planned: your seat taken, the others free. */
export function ScheduleTable({ plan, me }: { plan: Plan; me: Me }) {
  const { start } = momentsOf(plan);
  const minutes = minutesOfPlan(plan);
  const known = !Number.isNaN(start) && !Number.isNaN(minutes);
  return (
    <div className="flex h-full flex-col">
      <PlannedSeats plan={plan} me={me} className="mx-auto mt-1" />
      <p className="mt-6 text-center font-bold tabular-nums">{known ? dayName(start) : "No day yet"}</p>
      {known && (
        <p className="text-center text-small text-ink-2 tabular-nums">
          {plan.from} to {plan.to}, {duration(minutes)}
        </p>
      )}
      <ul className="mt-auto flex flex-col gap-3 pt-6 text-small text-ink-2">
        <li className="flex gap-2.5">
          <Link2 className="mt-px size-4 shrink-0 text-ink-3" strokeWidth={1.75} aria-hidden />
          You get one link. It keeps working until the meeting has ended.
        </li>
        <li className="flex gap-2.5">
          <UserRoundCheck className="mt-px size-4 shrink-0 text-ink-3" strokeWidth={1.75} aria-hidden />
          {plan.guests ? "Whoever has it comes in." : "Whoever has it and an account comes in."} You are the
          host.
        </li>
      </ul>
    </div>
  );
}
