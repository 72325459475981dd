import { Clock, Link2, Radio } from "lucide-react";
import type { Meeting } from "../../api/types";
import { Badge } from "../../ui/Badge";
import { Button, ButtonLink } from "../../ui/Button";
import { MOST_SEATS } from "../../ui/seats";
import { Seating } from "../../ui/Seating";
import { clockTime, peopleCount } from "../../ui/words";
import { nearness, span, titleOf } from "../meetingWords";
import { useCopyLink } from "../useCopyLink";
import { MeetingMenu } from "./MeetingMenu";

type NextMeetingProps = {
  meeting: Meeting;
  now: number;
  /** Its Join is the main action of the page. */ pressing: boolean;
};

/** The meeting that comes next or is going on, with its table. */
export function NextMeeting({ meeting, now, pressing }: NextMeetingProps) {
  const copy = useCopyLink();
  const title = titleOf(meeting);
  const live = meeting.participantsNow > 0;
  return (
    <section
      aria-labelledby="next-title"
      className="grid items-center gap-x-5 gap-y-4 rounded-[18px] bg-paper px-[18px] py-5 shadow-e1 tablet:grid-cols-[1fr_auto] tablet:px-7 tablet:py-[26px]"
    >
      <div className="min-w-0">
        <Badge tone={pressing ? "lamp" : "plain"} icon={live ? Radio : Clock}>
          {nearness(meeting, now)}
        </Badge>
        <h2 id="next-title" className="mt-3 text-[26px] leading-[31px] font-bold tracking-[-0.02em]">
          {title}
        </h2>
        <p className="mt-1.5 text-ink-2 tabular-nums">{summary(meeting)}</p>
        <div className="mt-5 flex flex-wrap items-center gap-2.5">
          <ButtonLink
            to={`/m/${meeting.code}`}
            kind={pressing ? "primary" : "soft"}
            size="main"
            className="max-tablet:flex-1"
          >
            Join
          </ButtonLink>
          <Button kind="soft" size="main" icon={Link2} onClick={() => void copy.link(meeting)}>
            Copy link
          </Button>
          <MeetingMenu meeting={meeting} size="main" />
        </div>
      </div>
      <NextTable meeting={meeting} />
    </section>
  );
}

function summary(meeting: Meeting): string {
  const host = meeting.myRole === "host" ? "" : ` ${meeting.host.displayName} is the host.`;
  return `${span(meeting)}. Room for ${peopleCount(meeting.maxParticipants)}.${host}`;
}

function NextTable({ meeting }: { meeting: Meeting }) {
  const { participantsNow, maxParticipants } = meeting;
  const seats = Math.min(maxParticipants, MOST_SEATS);
  const size = seats > 8 ? 28 : seats > 6 ? 34 : 42;
  const filled = Math.min(participantsNow, MOST_SEATS - 1);
  const who = participantsNow === 0 ? "Nobody is in yet" : `${peopleCount(participantsNow)} in`;
  return (
    <Seating
      people={Array.from({ length: filled }, () => ({}))}
      capacity={maxParticipants}
      lit={filled < maxParticipants ? filled : undefined}
      label={meeting.startsAt ? clockTime(meeting.startsAt) : "Now"}
      size={size}
      description={`A table for ${peopleCount(maxParticipants)}. ${who}; one seat waits for you.`}
      className="mx-auto max-tablet:order-first max-[359px]:[zoom:0.8]"
    />
  );
}
