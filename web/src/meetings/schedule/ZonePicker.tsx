import { ChevronDown, Globe } from "lucide-react";
import { memo, useState } from "react";
import { momentsOf, type Plan } from "./plan";
import { allZones, offsetLabel, offsetOf, zoneLabel } from "./zone";

/** In which zone the times of the form are meant: said in a line, changed by the browser's own list. */
export function ZonePicker({ plan, onChange }: { plan: Plan; onChange: (zone: string) => void }) {
  const { start } = momentsOf(plan);
  const moment = Number.isNaN(start) ? Date.now() : start;
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return (
    <label className="relative -ml-1 inline-flex max-w-full items-center gap-[7px] rounded-chip px-1 py-0.5 text-small text-ink-2 hover:text-ink has-focus-visible:outline-[2.5px] has-focus-visible:outline-focus">
      <Globe className="size-4 shrink-0" strokeWidth={1.75} aria-hidden />
      <span className="truncate">{zoneLabel(plan.zone, moment)}</span>
      <ChevronDown className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} aria-hidden />
      <select
        aria-label="Time zone"
        value={plan.zone}
        onPointerDown={want}
        onFocus={want}
        onChange={(event) => onChange(event.target.value)}
        className="absolute inset-0 w-full cursor-pointer opacity-0 pointer-coarse:-inset-y-2.5"
      >
        {wanted ? <ZoneOptions moment={moment} /> : <option value={plan.zone}>{plan.zone}</option>}
      </select>
    </label>
  );
}

/** More than four hundred, each with its distance from UTC: made only for somebody who opens the list. */
const ZoneOptions = memo(function ZoneOptions({ moment }: { moment: number }) {
  return allZones().map((zone) => (
    <option key={zone} value={zone}>
      {zone.replaceAll("_", " ")} ({offsetLabel(offsetOf(moment, zone))})
    </option>
  ));
});
