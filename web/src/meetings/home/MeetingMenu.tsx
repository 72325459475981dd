import { Ban, CircleStop, ClipboardList, Ellipsis, Link2, Pencil } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { meetings } from "../../api/meetings";
import { sentenceOf } from "../../api/problem";
import type { Meeting } from "../../api/types";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { buttonClass, type ButtonSize } from "../../ui/buttonClass";
import { Menu, MenuItem, MenuLine } from "../../ui/Menu";
import { useToast } from "../../ui/Toasts";
import { peopleCount } from "../../ui/words";
import { titleOf } from "../meetingWords";
import { useMeetingChange } from "../queries";
import { useCopyLink } from "../useCopyLink";

/** What can be done with a meeting: hand it on, change it, call it off. */
export function MeetingMenu({ meeting, size }: { meeting: Meeting; size: ButtonSize }) {
  const copy = useCopyLink();
  const [, setSearch] = useSearchParams();
  const [asking, setAsking] = useState(false);
  const mine = meeting.myRole === "host";
  const begun = meeting.isInstant || meeting.status === "live";
  return (
    <>
      <Menu
        trigger={
          <button
            type="button"
            aria-label={`More for ${titleOf(meeting)}`}
            className={buttonClass("quiet", size, true)}
          >
            <Ellipsis className="size-5" strokeWidth={1.75} aria-hidden />
          </button>
        }
      >
        <MenuItem icon={Link2} onSelect={() => void copy.link(meeting)}>
          Copy link
        </MenuItem>
        <MenuItem icon={ClipboardList} onSelect={() => void copy.invitation(meeting)}>
          Copy invitation
        </MenuItem>
        {mine && (
          <>
            <MenuItem icon={Pencil} onSelect={() => setSearch({ edit: meeting.code })}>
              Edit
            </MenuItem>
            <MenuLine />
            <MenuItem icon={begun ? CircleStop : Ban} danger onSelect={() => setAsking(true)}>
              {begun ? "End meeting" : "Cancel meeting"}
            </MenuItem>
          </>
        )}
      </Menu>
      {mine && <CallOff meeting={meeting} begun={begun} open={asking} onClose={() => setAsking(false)} />}
    </>
  );
}

type CallOffProps = { meeting: Meeting; begun: boolean; open: boolean; onClose: () => void };

function CallOff({ meeting, begun, open, onClose }: CallOffProps) {
  const toast = useToast();
  const title = titleOf(meeting);
  const change = useMeetingChange(() => (begun ? meetings.end(meeting.code) : meetings.cancel(meeting.code)));
  const confirm = () =>
    change.mutate(undefined, {
      onSuccess: () => {
        onClose();
        toast({ text: begun ? `“${title}” has ended.` : `“${title}” is cancelled.` });
      },
    });
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      onConfirm={confirm}
      busy={change.isPending}
      error={change.error ? sentenceOf(change.error) : null}
      title={begun ? `End “${title}”?` : `Cancel “${title}”?`}
      action={begun ? "End meeting" : "Cancel meeting"}
      keep="Keep it"
    >
      {begun
        ? endWords(meeting)
        : "The link stops working. Whoever opens it reads that the meeting was cancelled."}
    </ConfirmDialog>
  );
}

function endWords({ participantsNow }: Meeting): string {
  const who = participantsNow > 0 ? `${peopleCount(participantsNow)} leave at once. ` : "";
  return `${who}The link stops working, and the meeting cannot be opened again.`;
}
