import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useLocation, useParams } from "react-router";
import { keptSecretOf } from "../api/linkSecret";
import { meetings } from "../api/meetings";
import { isCode } from "../api/problem";
import { useMe } from "../api/queries";
import { NoMeetingPage } from "./NoMeetingPage";
import { OutsidePage } from "./OutsidePage";
import { PrejoinPage } from "./prejoin/PrejoinPage";
import { FacesProvider } from "./Face";
import { RoomView } from "./RoomView";
import { refusalSentence, useEntry, type Entry } from "./useEntry";
import { useStore } from "./useStore";
import type { Visit } from "./Visit";

/** The page of one meeting: before, inside, outside again. */
export default function RoomPage() {
  const { code = "" } = useParams();
  return <Meeting key={code} code={code} />;
}

function Meeting({ code }: { code: string }) {
  // It stays in the address, which people copy to invite others, but behind `#`, where no log has it.
  const invite = keptSecretOf(useLocation(), "invite");
  const entry = useEntry(code, invite);
  const me = useMe();
  if (entry.visit) return <Inside visit={entry.visit} entry={entry} loggedIn={Boolean(me)} />;
  return <Before code={code} entry={entry} />;
}

function Before({ code, entry }: { code: string; entry: Entry }) {
  const me = useMe();
  const { data: preview, error } = useQuery({
    queryKey: ["meetings", code, "preview"],
    queryFn: ({ signal }) => meetings.preview(code, signal),
    refetchInterval: 10_000,
    retry: (failures, problem) => failures < 3 && !isCode(problem, "meeting_not_found"),
  });
  const gone = whyGone(preview?.status, error, entry.refusal);
  if (gone) return <NoMeetingPage code={code} what={gone} loggedIn={Boolean(me)} />;
  return (
    <PrejoinPage
      media={entry.media}
      preview={preview}
      me={me}
      joining={entry.joining}
      waiting={entry.waiting}
      refusal={refusalSentence(entry.refusal)}
      onJoin={entry.join}
    />
  );
}

/** Nothing waits behind this link any more, or never did. */
function whyGone(status: string | undefined, ...problems: unknown[]) {
  if (problems.some((problem) => isCode(problem, "meeting_not_found"))) return "not found";
  if (problems.some((problem) => isCode(problem, "invalid_invite"))) return "invite";
  if (status === "cancelled") return "cancelled";
  if (status === "ended" || problems.some((problem) => isCode(problem, "meeting_ended"))) return "ended";
  return null;
}

function Inside({ visit, entry, loggedIn }: { visit: Visit; entry: Entry; loggedIn: boolean }) {
  const { link } = useStore(visit.room.state);
  const title = useStore(visit.meeting).title ?? "";
  useLeaveBehind(visit);
  if (link.state !== "outside")
    return (
      <FacesProvider faces={visit.faces}>
        <RoomView visit={visit} />
      </FacesProvider>
    );
  return <OutsidePage why={link.why} title={title} loggedIn={loggedIn} onAgain={entry.joinAgain} />;
}

/** Whoever goes to another page of this site leaves the meeting. */
function useLeaveBehind(visit: Visit): void {
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // React mounts twice while developing; only a real goodbye lasts longer than a moment.
    clearTimeout(leaving.current);
    return () => {
      leaving.current = setTimeout(() => void visit.leave(), 0);
    };
  }, [visit]);
}
