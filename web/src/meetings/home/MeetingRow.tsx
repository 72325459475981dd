import { Lock } from "lucide-react";
import { Link } from "react-router";
import type { Meeting } from "../../api/types";
import { Badge } from "../../ui/Badge";
import { ButtonLink } from "../../ui/Button";
import { clockTime, shortDateName, duration, peopleCount } from "../../ui/words";
import { minutesOf, titleOf } from "../meetingWords";
import { MeetingMenu } from "./MeetingMenu";

/** One meeting in a list: when, what, and what can be done with it. */
export function MeetingRow({ meeting }: { meeting: Meeting }) {
  const title = titleOf(meeting);
  const over = meeting.status === "ended" || meeting.status === "cancelled";
  return (
    <li className="grid grid-cols-[58px_minmax(0,1fr)_auto] items-center gap-3 py-[13px] tablet:grid-cols-[92px_minmax(0,1fr)_auto] tablet:gap-4">
      <When meeting={meeting} over={over} />
      <div className="min-w-0">
        {over ? (
          <div className="truncate font-bold">{title}</div>
        ) : (
          <Link
            to={`/m/${meeting.code}`}
            className="block truncate font-bold underline-offset-3 hover:underline"
          >
            {title}
          </Link>
        )}
        <div className="truncate text-small text-ink-3">{secondLine(meeting)}</div>
      </div>
      <div className="flex items-center gap-2 tablet:gap-3.5">
        {meeting.isLocked && !over && (
          <Badge icon={Lock}>
            <span className="max-tablet:sr-only">Locked</span>
          </Badge>
        )}
        {meeting.participantsNow > 0 && (
          <Badge tone="lamp" dot>
            {meeting.participantsNow} in
          </Badge>
        )}
        {meeting.status === "cancelled" && <Badge>Cancelled</Badge>}
        {!over && (
          <ButtonLink
            to={`/m/${meeting.code}`}
            kind="soft"
            size="dense"
            aria-label={`Join ${title}`}
            className="max-tablet:hidden"
          >
            Join
          </ButtonLink>
        )}
        {!over && <MeetingMenu meeting={meeting} size="dense" />}
      </div>
    </li>
  );
}

function When({ meeting, over }: { meeting: Meeting; over: boolean }) {
  const minutes = minutesOf(meeting);
  const moment = meeting.startsAt ?? meeting.createdAt;
  return (
    <time dateTime={moment} className="leading-[19px] font-firm">
      {over || !meeting.startsAt ? shortDateName(moment) : clockTime(moment)}
      <span className="block text-tiny font-normal text-ink-3">
        {over || !meeting.startsAt ? clockTime(moment) : minutes !== null && duration(minutes)}
      </span>
    </time>
  );
}

function secondLine(meeting: Meeting): string {
  const host = meeting.myRole === "host" ? "" : `${meeting.host.displayName} is the host`;
  return meeting.description?.split("\n")[0] || host || `Room for ${peopleCount(meeting.maxParticipants)}`;
}
