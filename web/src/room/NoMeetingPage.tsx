import { printCode } from "../api/meetingCode";
import { ButtonLink } from "../ui/Button";
import { EmptyState } from "../ui/EmptyState";
import { PublicFrame } from "../ui/PublicFrame";
import { usePageTitle } from "../ui/usePageTitle";

/** The link leads to no meeting that one can join. */
export function NoMeetingPage({
  code,
  what,
  loggedIn,
}: {
  code: string;
  what: "not found" | "ended" | "cancelled" | "invite";
  loggedIn: boolean;
}) {
  usePageTitle("No such meeting");
  return (
    <PublicFrame>
      <h1 className="sr-only">{HEADINGS[what]}</h1>
      <div className="grid flex-1 place-items-center">
        <EmptyState
          sentence={sentence(what, printCode(code))}
          action={
            <ButtonLink to={loggedIn ? "/home" : "/"} kind="primary">
              {loggedIn ? "To my meetings" : "To the front page"}
            </ButtonLink>
          }
        />
      </div>
    </PublicFrame>
  );
}

const HEADINGS = {
  "not found": "No such meeting",
  ended: "The meeting has ended",
  cancelled: "The meeting was cancelled",
  invite: "This link was changed",
};

function sentence(what: "not found" | "ended" | "cancelled" | "invite", code: string): string {
  switch (what) {
    case "not found":
      return `No meeting has the code ${code}. Check the link, or ask the host for a new one.`;
    case "ended":
      return "This meeting has ended. Ask the host if there will be another one.";
    case "cancelled":
      return "The host has cancelled this meeting.";
    case "invite":
      return "This link was changed on its way. Ask the host for a new one.";
  }
}
