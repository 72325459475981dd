import type { Me } from "../../api/types";
import { SwitchRow } from "../../ui/Switch";
import { TextAreaField, TextField } from "../../ui/TextField";
import { duration } from "../../ui/words";
import { LONGEST_TITLE, minutesOfPlan, withStart, type Plan, type PlanFaults } from "./plan";
import { PlannedSeats } from "./PlannedSeats";
import { SeatsField } from "./SeatsField";
import { ZonePicker } from "./ZonePicker";

type ScheduleFieldsProps = {
  plan: Plan;
  faults: PlanFaults;
  mostSeats: number;
  me: Me;
  onChange: (plan: Plan) => void;
};

/** What, when, how many. */
export function ScheduleFields({ plan, faults, mostSeats, me, onChange }: ScheduleFieldsProps) {
  return (
    <div className="flex flex-col gap-[18px]">
      <TextField
        name="title"
        label="Title"
        value={plan.title}
        error={faults.title}
        maxLength={LONGEST_TITLE}
        placeholder="What you meet about"
        autoComplete="off"
        onChange={(event) => onChange({ ...plan, title: event.target.value })}
      />
      <div>
        <div className="grid grid-cols-2 gap-2.5 tablet:grid-cols-[1.5fr_1fr_1fr]">
          <TextField
            name="day"
            label="Day"
            type="date"
            value={plan.day}
            error={faults.day}
            fieldClassName="max-tablet:col-span-2"
            onChange={(event) => onChange(withStart(plan, { day: event.target.value }))}
          />
          <TextField
            name="from"
            label="From"
            type="time"
            value={plan.from}
            error={faults.from}
            onChange={(event) => onChange(withStart(plan, { from: event.target.value }))}
          />
          <TextField
            name="to"
            label="To"
            type="time"
            value={plan.to}
            error={faults.to}
            onChange={(event) => onChange({ ...plan, to: event.target.value })}
          />
        </div>
        <div className="mt-2.5 flex flex-wrap items-center gap-x-4 text-small text-ink-2">
          <ZonePicker plan={plan} onChange={(zone) => onChange({ ...plan, zone })} />
          <span className="tabular-nums">{lengthOf(plan)}</span>
        </div>
      </div>
      <SeatsField
        value={plan.seats}
        most={mostSeats}
        error={faults.seats}
        onChange={(seats) => onChange({ ...plan, seats })}
      />
      <PlannedSeats plan={plan} me={me} className="mx-auto desk:hidden" />
      <div className="-my-2">
        <SwitchRow
          label="Guests"
          hint="People without an account come in by the link, with a name"
          checked={plan.guests}
          onChange={(guests) => onChange({ ...plan, guests })}
        />
      </div>
      <TextAreaField
        name="description"
        label="Notes"
        value={plan.description}
        error={faults.description}
        maxLength={2000}
        placeholder="Agenda, links, what to bring"
        onChange={(event) => onChange({ ...plan, description: event.target.value })}
      />
    </div>
  );
}

function lengthOf(plan: Plan): string | undefined {
  const minutes = minutesOfPlan(plan);
  if (Number.isNaN(minutes)) return undefined;
  return plan.to > plan.from ? `Lasts ${duration(minutes)}` : `Lasts ${duration(minutes)}, into the next day`;
}
