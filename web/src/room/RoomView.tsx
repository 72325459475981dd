import { Volume2 } from "lucide-react";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { meetings } from "../api/meetings";
import { ScreenShare } from "../rtc/ScreenShare";
import { WakeLock } from "../rtc/WakeLock";
import { Button } from "../ui/Button";
import { cx } from "../ui/cx";
import { useForcedTheme } from "../ui/theme";
import { useToast } from "../ui/Toasts";
import { usePageTitle } from "../ui/usePageTitle";
import { Announcer } from "./Announcer";
import { ChatPanel } from "./chat/ChatPanel";
import { unread } from "./chat/conversation";
import type { RoomControls } from "./controls/roomControls";
import type { Deed } from "./controls/shortcuts";
import { ShortcutsDialog } from "./controls/ShortcutsDialog";
import { Tray } from "./controls/Tray";
import { usePushToTalk, useShortcuts } from "./controls/useShortcuts";
import { handOrder } from "./hands";
import { LinkBanner } from "./LinkBanner";
import { SidePanel } from "./panel/SidePanel";
import { PeoplePanel } from "./people/PeoplePanel";
import { nextRegion } from "./regions";
import "./room.css";
import { moveSentence, troubleNote } from "./prejoin/troubleWords";
import { SharingBar } from "./SharingBar";
import { Stage } from "./stage/Stage";
import type { ScreenClass } from "./stage/screenClass";
import type { TileActions } from "./stage/TileMenu";
import { TopBar } from "./TopBar";
import { WeakUplink } from "./WeakUplink";
import { useRoomLook } from "./useRoomLook";
import { useScreenClass } from "./useSize";
import { useStore } from "./useStore";
import type { Visit } from "./Visit";

/** The live screen, from Join to Leave. */
export function RoomView({ visit }: { visit: Visit }) {
  const { room, media } = visit;
  const state = useStore(room.state);
  const meeting = useStore(visit.meeting);
  const hands = useStore(visit.hands);
  const ownScreen = useStore(room.screen.state);
  const conversation = useStore(visit.chat.state);
  const screen = useScreenClass();
  const { look, setLook, togglePanel } = useRoomLook();
  useForcedTheme(look.lightsUp ? "light" : "dark");
  usePageTitle(pageTitle(meeting.title, unread(conversation, visit.participantId).length));
  useAwake();
  useMutedToast(visit);
  useTroubleToast(visit);
  useMoveToast(visit);
  const closePanel = useClosePanel(look.panel, () => setLook({ panel: null }));

  const controls: RoomControls = {
    media,
    role: visit.role,
    canShare: ScreenShare.possible(),
    sharing: ownScreen !== null,
    handUp: handOrder(hands, visit.participantId) !== null,
    people: new Set(state.people.map((person) => person.participantId)).size,
    unread: unread(conversation, visit.participantId).length,
    toggleMicrophone: () => void media.setMicrophone(!media.state.get().microphone.on),
    toggleCamera: () => void media.setCamera(!media.state.get().camera.on),
    toggleShare: useShareToggle(visit),
    toggleHand: () => void visit.setHand(handOrder(visit.hands.get(), visit.participantId) === null),
    togglePanel,
    nextLayout: () => setLook({ layout: look.layout === "grid" ? "speaker" : "grid" }),
    toggleFullscreen,
    setLook,
    leave: () => void visit.leave(),
    end: () => void visit.end(),
  };
  useShortcuts(look.keyMode, (deed) => act(deed, controls, look.page));
  usePushToTalk(
    () => media.state.get().microphone.track !== null && !media.state.get().microphone.on,
    (on) => void media.setMicrophone(on, false),
  );

  const volumes = useVolumes(visit);
  const { pinned, selfView, mirrored } = look;
  const actions: TileActions = useMemo(
    () => ({
      pinned,
      pin: (presenceId) => setLook({ pinned: presenceId }),
      ...volumes,
      selfView,
      setSelfView: (view) => setLook({ selfView: view }),
      mirrored,
      setMirrored: (on) => setLook({ mirrored: on }),
    }),
    [pinned, selfView, mirrored, volumes, setLook],
  );
  const onPage = useCallback((page: number) => setLook({ page }), [setLook]);
  const onPages = useCallback((pages: number) => setLook({ pages }), [setLook]);
  const onMore = useCallback(() => setLook({ panel: "people", lastTab: "people" }), [setLook]);
  const still = state.link.state === "dropped";
  const sideways = screen === "phone-landscape";
  return (
    <div
      className={cx(
        "room-ground fixed inset-0 flex overflow-hidden text-ink",
        sideways ? "flex-row" : "flex-col",
      )}
    >
      <a
        href="#room-controls"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:rounded-control focus:bg-paper focus:px-3 focus:py-2"
        onClick={(event) => {
          event.preventDefault();
          focusControls();
        }}
      >
        To the controls
      </a>
      {!sideways && (
        <TopBar
          meeting={meeting}
          since={startOf(meeting.startsAt, meeting.createdAt)}
          hands={hands}
          layout={look.layout}
          shareShown={state.people.some((person) => person.screen && !person.isSelf)}
          screen={screen}
          media={media}
          onLayout={controls.nextLayout}
          onHands={onMore}
        />
      )}
      {ownScreen && <SharingBar screen={ownScreen} room={room} />}
      <div
        className={cx(
          "relative flex min-h-0 min-w-0",
          frame[screen],
          // A half-height sheet covers the lower half; the stage packs itself into what is left.
          screen === "phone" && look.panel ? "h-[calc(50dvh-68px)] flex-none" : "flex-1",
        )}
      >
        <LinkBanner link={state.link} speakerId={media.state.get().speakerId} />
        <main data-region="stage" className="relative min-w-0 flex-1">
          {sideways && <h1 className="sr-only">{meeting.title || "Meeting"}</h1>}
          <Stage
            people={state.people}
            hands={hands}
            layout={look.layout}
            selfView={look.selfView}
            mirrored={look.mirrored}
            pinned={look.pinned}
            pageSize={look.pageSize}
            page={look.page}
            onPage={onPage}
            onPages={onPages}
            still={still}
            joinUrl={meeting.joinUrl || window.location.href}
            actions={actions}
            onMore={onMore}
          />
          {state.soundBlocked && <SoundPrompt onPlay={() => void room.startSound()} />}
          <WeakUplink visit={visit} />
        </main>
        {look.panel && (
          <SidePanel
            tab={look.panel}
            onTab={(tab) => setLook({ panel: tab, lastTab: tab })}
            onClose={closePanel}
            screen={screen}
            people={controls.people}
            chat={<ChatPanel chat={visit.chat} participantId={visit.participantId} cutOff={still} />}
            peopleList={
              <PeoplePanel
                people={state.people}
                hands={hands}
                actions={{
                  host: visit.isHost,
                  mute: (participantId) => meetings.mute(visit.code, participantId),
                  remove: (participantId) => meetings.remove(visit.code, participantId),
                  pinned: look.pinned,
                  pin: actions.pin,
                  ...volumes,
                }}
              />
            }
          />
        )}
      </div>
      <section aria-label="Controls" id="room-controls" className={sideways ? "flex" : undefined}>
        <Tray controls={controls} look={look} screen={screen} narrow={useNarrow(screen)} />
      </section>
      <ShortcutsDialog
        open={look.help}
        mode={look.keyMode}
        onMode={(keyMode) => setLook({ keyMode })}
        onClose={() => setLook({ help: false })}
      />
      <Announcer visit={visit} chatOpen={look.panel === "chat"} />
    </div>
  );
}

const frame: Record<ScreenClass, string> = {
  desktop: "gap-3.5 px-4 pb-1",
  tablet: "px-3 pb-1",
  phone: "px-2",
  "phone-landscape": "py-2 pl-[max(12px,env(safe-area-inset-left))] pr-1.5",
};

function act(deed: Deed, controls: RoomControls, page: number): void {
  const deeds: Record<Deed, () => void> = {
    microphone: controls.toggleMicrophone,
    camera: controls.toggleCamera,
    share: controls.canShare ? controls.toggleShare : () => undefined,
    hand: controls.toggleHand,
    chat: () => controls.togglePanel("chat"),
    people: () => controls.togglePanel("people"),
    layout: controls.nextLayout,
    fullscreen: controls.toggleFullscreen,
    pageBefore: () => controls.setLook({ page: Math.max(0, page - 1) }),
    nextPage: () => controls.setLook({ page: page + 1 }),
    help: () => controls.setLook({ help: true }),
    region: nextRegion,
  };
  deeds[deed]();
}

function pageTitle(title: string | null, news: number): string {
  return `${news > 0 ? `(${news}) ` : ""}${title || "Meeting"}`;
}

/** When the meeting began for everybody, as well as this page can know. */
function startOf(startsAt: string | null, createdAt: string): number {
  const planned = startsAt ? Date.parse(startsAt) : NaN;
  return planned < Date.now() ? planned : Date.parse(createdAt);
}

function toggleFullscreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  void change?.catch(() => undefined);
}

function focusControls(): void {
  document.querySelector<HTMLElement>("[data-region=controls] [data-tray][tabindex='0']")?.focus();
}

function useNarrow(screen: ScreenClass): boolean {
  return screen === "tablet" && window.innerWidth < 860;
}

function useAwake(): void {
  useEffect(() => {
    const lock = new WakeLock();
    lock.hold();
    // Toasts stand above the tray.
    document.documentElement.style.setProperty("--toast-lift", "100px");
    return () => {
      lock.release();
      document.documentElement.style.removeProperty("--toast-lift");
    };
  }, []);
}

/** Closing gives the focus back to whatever opened the panel. */
function useClosePanel(panel: string | null, close: () => void): () => void {
  const opener = useRef<Element | null>(null);
  const before = useRef(panel);
  // Before the panel takes the focus, which it does in an effect.
  useLayoutEffect(() => {
    if (panel !== null && before.current === null) opener.current = document.activeElement;
    before.current = panel;
  }, [panel]);
  return () => {
    close();
    const back = opener.current;
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus();
    else focusControls();
  };
}

function useShareToggle(visit: Visit): () => void {
  const toast = useToast();
  const { room } = visit;
  return () => {
    if (room.screen.state.get()) return room.screen.stop();
    room
      .shareScreen()
      .catch(() => toast({ text: "The screen could not be shared. Try again.", tone: "info" }));
  };
}

function useMutedToast(visit: Visit): void {
  const toast = useToast();
  const times = useStore(visit.media.mutedByOthers);
  useEffect(() => {
    if (times > 0) toast({ text: "A host has muted you.", tone: "info" });
  }, [times, toast]);
}

/** A device that does not start in the middle of a meeting says why. */
function useTroubleToast(visit: Visit): void {
  const toast = useToast();
  const { microphone, camera } = useStore(visit.media.state);
  const note = troubleNote(microphone.trouble, camera.trouble, "inside")?.text;
  const told = useRef(note);
  useEffect(() => {
    if (note && note !== told.current) toast({ text: note, tone: "info" });
    told.current = note;
  }, [note, toast]);
}

/** Another device has taken over; what was said before joining is not said again. */
function useMoveToast({ media }: Visit): void {
  const toast = useToast();
  const moves = useStore(media.moves);
  const told = useRef(moves);
  useEffect(() => {
    for (const move of moves)
      if (!told.current.includes(move)) toast({ text: moveSentence(move), tone: "info" });
    told.current = moves;
  }, [moves, toast]);
}

/** How loud each person is for you. */
function useVolumes({ room }: Visit) {
  return useMemo(
    () => ({
      volumeOf: (participantId: string) => room.volumeOf(participantId),
      setVolume: (participantId: string, volume: number) => room.setVolume(participantId, volume),
    }),
    [room],
  );
}

function SoundPrompt({ onPlay }: { onPlay: () => void }) {
  return (
    <div role="alert" className="absolute inset-x-0 bottom-4 z-3 flex justify-center px-3">
      <p className="flex items-center gap-3 rounded-card bg-paper py-2 pr-2 pl-4 text-[14.5px] shadow-e3">
        Your browser holds the sound back.
        <Button kind="primary" size="dense" icon={Volume2} onClick={onPlay}>
          Play sound
        </Button>
      </p>
    </div>
  );
}
