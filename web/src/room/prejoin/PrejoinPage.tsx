import { Headphones } from "lucide-react";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Link, useLocation } from "react-router";
import type { Me, MeetingPreview } from "../../api/types";
import { rememberedChoices } from "../../rtc/choices";
import type { OwnMedia } from "../../rtc/OwnMedia";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { PublicFrame } from "../../ui/PublicFrame";
import { Seating } from "../../ui/Seating";
import { TextField } from "../../ui/TextField";
import { usePageTitle } from "../../ui/usePageTitle";
import "../room.css";
import { useNow } from "../useNow";
import { useStore } from "../useStore";
import { atTheTable } from "./atTheTable";
import { DeviceCards } from "./DeviceCards";
import { SelfPreview } from "./SelfPreview";
import { moveSentence, troubleNote } from "./troubleWords";

type PrejoinPageProps = {
  media: OwnMedia;
  /** Undefined until it has come; joining does not wait for it. */
  preview: MeetingPreview | undefined;
  me: Me | null | undefined;
  joining: boolean;
  /** The page waits for the meeting to open and joins by itself. */
  waiting: boolean;
  refusal: string | null;
  onJoin: (name: string, listenOnly: boolean) => void;
};

/** Before joining: picture and devices at the left, the table and your name at the right. */
export function PrejoinPage(props: PrejoinPageProps) {
  const { media, preview, me } = props;
  const [name, setName] = useState(() => rememberedChoices().name);
  const shownName = me?.displayName ?? name;
  usePageTitle(preview?.title ?? "Join");
  return (
    <PublicFrame actions={me === null && <AsGuest />}>
      <div className="mx-auto grid w-full max-w-[1240px] flex-1 items-center gap-16 px-10 pt-2 pb-16 desk:grid-cols-[minmax(0,1fr)_400px] max-desk:max-w-[720px] max-desk:content-start max-desk:gap-7 max-tablet:gap-[18px] max-tablet:px-4 max-tablet:pb-6">
        <section aria-label="Your devices" className="min-w-0">
          <SelfPreview
            media={media}
            name={shownName}
            picture={me?.profilePictureUrl}
            mirrored={rememberedChoices().mirrored}
          />
          <DeviceCards media={media} />
          <Moves media={media} />
          <Trouble media={media} />
        </section>
        <section aria-label="Meeting" className="flex min-w-0 flex-col items-center">
          <MeetingHead preview={preview} />
          <JoinForm {...props} name={name} onName={setName} />
        </section>
      </div>
    </PublicFrame>
  );
}

function AsGuest() {
  const { pathname } = useLocation();
  return (
    <span className="text-small text-ink-2 max-tablet:hidden">
      Joining as a guest.{" "}
      <Link to={`/login?next=${encodeURIComponent(pathname)}`} className="font-bold text-baize-text">
        Log in instead
      </Link>
    </span>
  );
}

function MeetingHead({ preview }: { preview: MeetingPreview | undefined }) {
  const now = useNow(20_000);
  // As high as what comes, so that the form does not move under a finger or a pointer.
  if (!preview) return <div className="h-[231px] max-desk:h-[62px] max-tablet:h-[60px]" />;
  const table = atTheTable(preview, now);
  return (
    <>
      <Seating
        people={table.people}
        capacity={table.capacity}
        lit={table.lit}
        label={table.label}
        size={38}
        description={table.description}
        className="max-desk:hidden"
      />
      <h1 className="mt-4 text-center text-h1 max-desk:mt-0">{preview.title || "Meeting"}</h1>
      <p className="mt-1.5 text-center text-ink-2 tabular-nums">{table.sentence}</p>
    </>
  );
}

function JoinForm(props: PrejoinPageProps & { name: string; onName: (name: string) => void }) {
  const { me, name, refusal, joining, waiting } = props;
  const [nameError, setNameError] = useState<string>();
  const field = useRef<HTMLDivElement>(null);
  const [early, setEarly] = useState<boolean>();
  const join = (listenOnly: boolean) => {
    // Who pressed before the page knew whether they are logged in is not asked twice.
    if (me === undefined) return setEarly(listenOnly);
    if (me === null && name.trim() === "") {
      setNameError("Write the name that the others should see.");
      field.current?.querySelector("input")?.focus();
      return;
    }
    props.onJoin(name.trim(), listenOnly);
  };
  useEffect(() => {
    if (me === undefined || early === undefined) return;
    setEarly(undefined);
    join(early);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!joining) join(false);
  };
  const closed = props.preview?.guestsAllowed === false && me === null;
  return (
    <form onSubmit={submit} noValidate className="mt-6 w-full max-tablet:mt-4">
      {me && (
        <p className="text-center text-small text-ink-2">
          You join as <b className="font-bold text-ink">{me.displayName}</b>.
        </p>
      )}
      {me === null && (
        <div ref={field}>
          <TextField
            label="Your name"
            value={name}
            maxLength={80}
            autoComplete="name"
            error={nameError}
            onChange={(event) => {
              props.onName(event.target.value);
              setNameError(undefined);
            }}
            className="h-12! text-[16px]!"
          />
        </div>
      )}
      <Button
        type="submit"
        kind="primary"
        size="main"
        busy={joining || waiting || early !== undefined}
        className="mt-3 h-[54px]! w-full text-[17px]!"
      >
        Join
      </Button>
      <div className="mt-2 flex justify-center">
        <Button kind="quiet" size="dense" icon={Headphones} onClick={() => !joining && join(true)}>
          Listen only
        </Button>
      </div>
      <div className="mt-4 grid gap-2">
        {closed && <Notice tone="info">This meeting is for people with an account. Log in to join.</Notice>}
        {refusal && <Notice tone={waiting ? "info" : "error"}>{refusal}</Notice>}
        {!refusal && props.preview && isFull(props.preview) && (
          <Notice tone="warn">
            The meeting is full ({props.preview.maxParticipants} people). Try again when someone leaves.
          </Notice>
        )}
      </div>
    </form>
  );
}

function isFull(preview: MeetingPreview): boolean {
  return preview.participantsNow >= preview.maxParticipants;
}

function Moves({ media }: { media: OwnMedia }) {
  return (
    <div role="status">
      {useStore(media.moves).map((move) => (
        <div key={move.kind} className="mt-3">
          <Notice tone="info">{moveSentence(move)}</Notice>
        </div>
      ))}
    </div>
  );
}

function Trouble({ media }: { media: OwnMedia }) {
  const { microphone, camera } = useStore(media.state);
  const note = troubleNote(microphone.trouble, camera.trouble);
  if (!note) return null;
  const again = () => {
    if (note.retry.includes("microphone")) void media.setMicrophone(true);
    if (note.retry.includes("camera")) void media.setCamera(true);
  };
  return (
    <div className="mt-3">
      <Notice
        tone="warn"
        action={
          note.retry.length > 0 && (
            <Button size="dense" onClick={again}>
              Try again
            </Button>
          )
        }
      >
        <span role="status">{note.text}</span>
      </Notice>
    </div>
  );
}
