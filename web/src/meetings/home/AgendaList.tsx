import type { AgendaGroup } from "../agenda";
import { dateName, dayName, weekdayName } from "../../ui/words";
import { MeetingRow } from "./MeetingRow";

/** The days ahead, each with its meetings. */
export function AgendaList({ groups }: { groups: AgendaGroup[] }) {
  return groups.map((group) => (
    <section key={group.day ?? group.kind} aria-label={titleFor(group)[0]} className="pt-6">
      <div className="flex items-baseline gap-2.5 pb-1">
        <h2 className="text-h3">{titleFor(group)[0]}</h2>
        <span className="text-small text-ink-3 tabular-nums">{titleFor(group)[1]}</span>
      </div>
      <ul className="divide-y divide-line">
        {group.meetings.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} />
        ))}
      </ul>
    </section>
  ));
}

const WEEK_MS = 6 * 24 * 60 * 60 * 1000;

function titleFor({ kind, day = 0 }: AgendaGroup): [string, string] {
  switch (kind) {
    case "now":
      return ["Now", ""];
    case "today":
      return ["Later today", ""];
    case "tomorrow":
      return ["Tomorrow", dayName(day)];
    case "day":
      return day - Date.now() < WEEK_MS
        ? [weekdayName(day), dateName(day)]
        : [dateName(day), weekdayName(day)];
    case "open":
      return ["Open, without a time ahead", "They stay open until you end them."];
  }
}
