import { useState, type FormEvent } from "react";
import { meetings } from "../../api/meetings";
import { ApiError, sentenceOf } from "../../api/problem";
import type { Me, Meeting } from "../../api/types";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Notice } from "../../ui/Notice";
import { useToast } from "../../ui/Toasts";
import { clockTime, dayName } from "../../ui/words";
import { useMeetingChange } from "../queries";
import { useCopyLink } from "../useCopyLink";
import { changesOf, draftOf, faultsOf, newPlan, planOf, type Plan, type PlanFaults } from "./plan";
import { ScheduleFields } from "./ScheduleFields";
import { ScheduleTable } from "./ScheduleTable";

type ScheduleDialogProps = {
  open: boolean;
  /** The meeting to change; without it a new one is planned. */
  meeting?: Meeting;
  me: Me;
  onClose: () => void;
};

/** Plans a meeting, or changes one. */
export function ScheduleDialog({ open, ...rest }: ScheduleDialogProps) {
  return open ? <OpenSchedule {...rest} /> : null;
}

function OpenSchedule({ meeting, me, onClose }: Omit<ScheduleDialogProps, "open">) {
  const mostSeats = Math.max(me.plan.maxParticipants, meeting?.maxParticipants ?? 0);
  const [first] = useState(() => (meeting ? planOf(meeting, Date.now()) : newPlan(Date.now(), mostSeats)));
  // The list behind the dialog may be read anew while somebody types.
  const [version] = useState(meeting?.version);
  const [plan, setPlan] = useState(first);
  const [faults, setFaults] = useState<PlanFaults>({});
  const told = useTellDone(meeting !== undefined);
  const save = useMeetingChange((draft: Plan) =>
    meeting
      ? meetings.change(meeting.code, { ...changesOf(first, draft), version })
      : meetings.create(draftOf(draft)),
  );

  const change = (next: Plan) => {
    setPlan(next);
    setFaults({});
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = faultsOf(plan, mostSeats, Date.now(), meeting?.startsAt);
    setFaults(found);
    if (focusFirst(event.currentTarget, found) || save.isPending) return;
    save.mutate(plan, {
      onSuccess: (saved) => {
        onClose();
        told(saved);
      },
      onError: (error) => setFaults(serverFaults(error)),
    });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={meeting ? "Change the meeting" : "Schedule a meeting"}
      wide
      guarded={plan !== first}
      aside={<ScheduleTable plan={plan} me={me} />}
      wrap={(content) => (
        <form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
          {content}
        </form>
      )}
      footer={
        <>
          <Button kind="quiet" onClick={onClose} className="max-tablet:flex-1">
            Cancel
          </Button>
          <Button type="submit" kind="primary" busy={save.isPending} className="max-tablet:flex-2">
            {meeting ? "Save changes" : "Schedule meeting"}
          </Button>
        </>
      }
    >
      <ScheduleFields plan={plan} faults={faults} mostSeats={mostSeats} me={me} onChange={change} />
      {save.error && Object.keys(faults).length === 0 && (
        <div className="mt-4">
          <Notice tone="error">{sentenceOf(save.error)}</Notice>
        </div>
      )}
    </Dialog>
  );
}

function useTellDone(changed: boolean) {
  const toast = useToast();
  const copy = useCopyLink();
  return (saved: Meeting) => {
    const when = saved.startsAt ? `${dayName(saved.startsAt)}, ${clockTime(saved.startsAt)}` : "";
    if (changed) toast({ text: "The meeting is changed." });
    else
      toast({
        text: `Scheduled for ${when}.`,
        action: { label: "Copy link", onPress: () => void copy.link(saved) },
      });
  };
}

const fieldOf: Record<string, keyof Plan> = {
  title: "title",
  description: "description",
  startsAt: "from",
  endsAt: "to",
  maxParticipants: "seats",
};

function serverFaults(error: unknown): PlanFaults {
  if (!(error instanceof ApiError)) return {};
  const told = (error.problem.errors ?? []).flatMap(({ field, detail }) => {
    const own = fieldOf[field];
    return own ? [[own, detail] as const] : [];
  });
  return Object.fromEntries(told);
}

function focusFirst(form: HTMLFormElement, faults: PlanFaults): boolean {
  const wrong = [...form.elements].find((element) => "name" in element && faults[element.name as keyof Plan]);
  if (wrong instanceof HTMLElement) wrong.focus();
  return wrong !== undefined;
}
