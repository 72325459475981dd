import type { Meeting } from "../api/types";
import { copyText } from "../ui/copyText";
import { useToast } from "../ui/Toasts";
import { invitation } from "./meetingWords";

/** Ways to hand a meeting on: its link, or an invitation in words. */
export function useCopyLink() {
  const toast = useToast();
  const copy = async (text: string, done: string) => {
    const copied = await copyText(text);
    toast(
      copied
        ? { text: done }
        : { text: `Your browser does not let pages copy. The link: ${text}`, tone: "info" },
    );
  };
  return {
    link: (meeting: Meeting) => copy(meeting.joinUrl, "Link copied. Whoever has it can join."),
    invitation: (meeting: Meeting) => copy(invitation(meeting), "Invitation copied."),
  };
}
