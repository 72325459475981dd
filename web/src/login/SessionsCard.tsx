import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Laptop, Smartphone } from "lucide-react";
import { useState } from "react";
import { ownSessions, type OwnSession } from "../api/entry";
import { sentenceOf } from "../api/problem";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { Notice } from "../ui/Notice";
import { useToast } from "../ui/Toasts";
import { exactTime } from "../ui/words";
import { agoWords } from "./agoWords";
import { SettingCard, SettingRow } from "./SettingRow";

const sessionsKey = ["sessions"];

/** Where somebody is logged in, and the way to end one of them or all others. */
export function SessionsCard() {
  const queries = useQueryClient();
  const toast = useToast();
  const { data, error } = useQuery({
    queryKey: sessionsKey,
    queryFn: ({ signal }) => ownSessions.list(signal).then(({ items }) => items),
  });
  const [asking, setAsking] = useState(false);
  const told = (text: string) => {
    void queries.invalidateQueries({ queryKey: sessionsKey });
    toast({ text });
  };
  const end = useMutation({
    mutationFn: (session: OwnSession) => ownSessions.end(session.id),
    onSuccess: (_, session) => told(`${session.device} is logged out.`),
  });
  const endOthers = useMutation({
    mutationFn: ownSessions.endOthers,
    onSuccess: () => {
      setAsking(false);
      told("All other devices are logged out.");
    },
  });
  const others = (data?.length ?? 0) > 1;
  return (
    <>
      <SettingCard
        title="Where you are logged in"
        aside={
          others && (
            <button
              type="button"
              onClick={() => setAsking(true)}
              className="-my-1.5 min-h-11 rounded-control px-2 text-right text-small font-bold text-live-text hover:underline"
            >
              Log out everywhere else
            </button>
          )
        }
      >
        {error && (
          <div className="py-4">
            <Notice tone="error">{sentenceOf(error)}</Notice>
          </div>
        )}
        {data?.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            busy={end.isPending && end.variables.id === session.id}
            onEnd={() => end.mutate(session)}
          />
        ))}
        {end.error && (
          <div className="py-4">
            <Notice tone="error">{sentenceOf(end.error)}</Notice>
          </div>
        )}
      </SettingCard>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => endOthers.mutate()}
        title="Log out everywhere else?"
        action="Log out everywhere else"
        busy={endOthers.isPending}
        error={endOthers.error && sentenceOf(endOthers.error)}
      >
        Every other browser and device is out within a second, also of meetings. This one stays logged in.
      </ConfirmDialog>
    </>
  );
}

function SessionRow({ session, busy, onEnd }: { session: OwnSession; busy: boolean; onEnd: () => void }) {
  return (
    <SettingRow
      icon={session.handheld ? Smartphone : Laptop}
      title={
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {session.device}
          {session.current && <Badge tone="lamp">This device</Badge>}
        </span>
      }
      state={
        <>
          <span title={session.address}>{session.place}</span>,{" "}
          {session.current ? (
            "active now"
          ) : (
            <time dateTime={session.lastUsedAt} title={exactTime(session.lastUsedAt)}>
              active {agoWords(session.lastUsedAt, Date.now())}
            </time>
          )}
        </>
      }
      action={
        !session.current && (
          <Button size="dense" busy={busy} onClick={onEnd} aria-label={`Log out ${session.device}`}>
            Log out
          </Button>
        )
      }
    />
  );
}
