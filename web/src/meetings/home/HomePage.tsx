import { useQuery } from "@tanstack/react-query";
import { Plus, Video } from "lucide-react";
import { useOutletContext, useSearchParams } from "react-router";
import { sentenceOf } from "../../api/problem";
import type { Me } from "../../api/types";
import { Button, ButtonLink } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Notice } from "../../ui/Notice";
import { useNow } from "../../ui/useNow";
import { usePageTitle } from "../../ui/usePageTitle";
import { dayName } from "../../ui/words";
import { agendaOf, isPressing } from "../agenda";
import { JoinWithCode } from "../JoinWithCode";
import { upcomingQuery } from "../queries";
import { ScheduleDialog } from "../schedule/ScheduleDialog";
import { useStartMeeting } from "../useStartMeeting";
import { AgendaList } from "./AgendaList";
import { HomeSkeleton } from "./HomeSkeleton";
import { NextMeeting } from "./NextMeeting";
import { PastMeetings } from "./PastMeetings";

/** My meetings: the next one, the days after it, and the ways to start another. */
export default function HomePage() {
  usePageTitle("Meetings");
  const me = useOutletContext<Me>();
  const now = useNow();
  const { data, error, refetch } = useQuery(upcomingQuery);
  const start = useStartMeeting();
  const [search, setSearch] = useSearchParams();
  const schedule = () => setSearch({ schedule: "new" });

  const agenda = data ? agendaOf(data, now) : null;
  const pressing = Boolean(agenda?.next && isPressing(agenda.next, now));
  const edited = data?.find((meeting) => meeting.code === search.get("edit"));
  const empty = agenda && !agenda.next && agenda.groups.length === 0;

  return (
    <div className="max-w-[1180px]">
      <header className="flex flex-wrap items-center gap-3 pt-0.5 pb-4 tablet:h-18 tablet:pb-0">
        <h1 className="flex-1 text-h1 whitespace-nowrap tabular-nums max-tablet:sr-only">{dayName(now)}</h1>
        {me.mayHost && (
          <>
            <Button
              icon={Video}
              busy={start.isPending}
              onClick={() => start.mutate()}
              className="max-tablet:flex-1"
            >
              New meeting
            </Button>
            <Button
              icon={Plus}
              kind={pressing || empty ? "secondary" : "primary"}
              onClick={schedule}
              className="max-tablet:flex-1"
            >
              Schedule
            </Button>
          </>
        )}
      </header>
      {start.error && (
        <div className="mb-4">
          <Notice tone="error">{sentenceOf(start.error)}</Notice>
        </div>
      )}
      <div className="grid gap-x-10 gap-y-8 desk:grid-cols-[minmax(0,1fr)_312px]">
        <div className="min-w-0">
          {error && (
            <Trouble sentence={sentenceOf(error)} stale={Boolean(data)} onRetry={() => void refetch()} />
          )}
          {!agenda && !error && <HomeSkeleton />}
          {empty && me.mayHost && <NoMeetings onStart={() => start.mutate()} busy={start.isPending} />}
          {empty && !me.mayHost && <NoMeetingsOfOthers verified={me.emailVerified} />}
          {agenda?.next && <NextMeeting meeting={agenda.next} now={now} pressing={pressing} />}
          {agenda && <AgendaList groups={agenda.groups} />}
          {agenda && <PastMeetings />}
        </div>
        <div className="max-desk:order-first max-desk:max-w-[440px]">
          <JoinWithCode />
        </div>
      </div>
      <ScheduleDialog
        key={edited?.id ?? "new"}
        open={(me.mayHost && search.get("schedule") === "new") || edited !== undefined}
        meeting={edited}
        me={me}
        onClose={() => setSearch({}, { replace: true })}
      />
    </div>
  );
}

function NoMeetings({ onStart, busy }: { onStart: () => void; busy: boolean }) {
  return (
    <section aria-label="No meetings" className="rounded-card bg-paper py-6 shadow-e1">
      <EmptyState
        sentence="No meetings ahead. Schedule one, or start now and send the link."
        action={
          <Button kind="primary" size="main" icon={Video} busy={busy} onClick={onStart}>
            Start now
          </Button>
        }
      />
    </section>
  );
}

/** For who may not make meetings by the rules of this server. */
function NoMeetingsOfOthers({ verified }: { verified: boolean }) {
  return (
    <section aria-label="No meetings" className="rounded-card bg-paper py-6 shadow-e1">
      <EmptyState
        sentence={
          verified
            ? "No meetings ahead. Not everybody starts meetings on this server; you join those of others by their code or link."
            : "No meetings ahead. You join those of others by their code or link. Starting your own may need a confirmed e-mail."
        }
        action={verified ? undefined : <ButtonLink to="/account">To my account</ButtonLink>}
      />
    </section>
  );
}

function Trouble({ sentence, stale, onRetry }: { sentence: string; stale: boolean; onRetry: () => void }) {
  return (
    <div className="mb-4">
      <Notice
        tone="error"
        action={
          <Button size="dense" onClick={onRetry}>
            Try again
          </Button>
        }
      >
        {sentence} {stale && "What you see is from before."}
      </Notice>
    </div>
  );
}
