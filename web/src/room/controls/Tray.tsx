import {
  Hand,
  MessageSquare,
  Mic,
  MicOff,
  ScreenShare,
  ScreenShareOff,
  Users,
  Video,
  VideoOff,
} from "lucide-react";
import { useRef, type KeyboardEvent } from "react";
import { cx } from "../../ui/cx";
import { PageDots } from "../stage/PageArrows";
import type { ScreenClass } from "../stage/screenClass";
import { useNow } from "../useNow";
import { useStore } from "../useStore";
import { CameraMenu, MicrophoneMenu } from "./DeviceMenu";
import { LeaveKey } from "./LeaveKey";
import { MoreMenu } from "./MoreMenu";
import { MutedHint } from "./MutedHint";
import type { RoomControls, RoomLook } from "./roomControls";
import { TrayKey } from "./TrayKey";

type TrayProps = { controls: RoomControls; look: RoomLook; screen: ScreenClass; narrow: boolean };

/** The one raised bar. One stop for the Tab key; arrows move inside. */
export function Tray(props: TrayProps) {
  return props.screen === "phone" || props.screen === "phone-landscape" ? (
    <PhoneTray {...props} />
  ) : (
    <WideTray {...props} />
  );
}

function WideTray({ controls, look, narrow }: TrayProps) {
  const words = !narrow;
  const roving = useRoving();
  return (
    <div
      role="toolbar"
      aria-label="Meeting controls"
      data-region="controls"
      {...roving}
      className="relative z-4 grid h-21 grid-cols-[1fr_auto_1fr] items-center px-5 pb-2.5"
    >
      <div className="flex items-center gap-2.5 text-[14px] text-ink-2 tabular-nums">
        <Clock />
        <PageDots page={look.page} pages={look.pages} />
      </div>
      <div className="room-bar relative flex gap-1.5 rounded-[18px] p-1.5">
        <div className="flex">
          <MicrophoneKey controls={controls} words={words} joined />
          <MicrophoneMenu media={controls.media} />
        </div>
        <div className="flex">
          <CameraKey controls={controls} words={words} joined />
          <CameraMenu media={controls.media} />
        </div>
        {controls.canShare && (
          <TrayKey
            icon={controls.sharing ? ScreenShareOff : ScreenShare}
            name="Share screen"
            look={controls.sharing ? "active" : "plain"}
            pressed={controls.sharing}
            words={words}
            shortcut="S"
            onClick={controls.toggleShare}
          />
        )}
        <HandKey controls={controls} words={words} />
        <MoreMenu controls={controls} look={look} words={words} phone={false} />
        <LeaveKey controls={controls} words={words} phone={false} />
      </div>
      <div className="flex gap-1 justify-self-end">
        <ChatKey controls={controls} look={look} words={words} />
        <TrayKey
          icon={Users}
          name="People"
          amount={controls.people || undefined}
          pressed={look.panel === "people"}
          look={look.panel === "people" ? "on" : "plain"}
          words={words}
          shortcut="P"
          onClick={() => controls.togglePanel("people")}
        />
      </div>
    </div>
  );
}

function PhoneTray({ controls, look, screen }: TrayProps) {
  const roving = useRoving();
  const sideways = screen === "phone-landscape";
  const words = !sideways;
  return (
    <div
      role="toolbar"
      aria-label="Meeting controls"
      aria-orientation={sideways ? "vertical" : "horizontal"}
      data-region="controls"
      {...roving}
      className={cx(
        "relative z-4 flex gap-1.5",
        sideways
          ? "w-18 flex-col py-2 pr-[max(8px,env(safe-area-inset-right))] [&>*]:min-h-0 [&>*]:flex-1"
          : "px-3 pt-2 pb-[max(30px,env(safe-area-inset-bottom))]",
      )}
    >
      <MicrophoneKey controls={controls} words={words} word="Mic" phone />
      <CameraKey controls={controls} words={words} phone />
      <ChatKey controls={controls} look={look} words={words} phone />
      <HandKey controls={controls} words={words} word="Hand" phone />
      <MoreMenu controls={controls} look={look} words={words} phone />
      <LeaveKey controls={controls} words={words} phone />
    </div>
  );
}

type KeyProps = { controls: RoomControls; words: boolean; word?: string; phone?: boolean; joined?: boolean };

function MicrophoneKey({ controls, words, word, phone, joined }: KeyProps) {
  const { microphone } = useStore(controls.media.state);
  return (
    <span className={cx("relative flex", phone && "flex-1")}>
      <TrayKey
        icon={microphone.on ? Mic : MicOff}
        name="Microphone"
        word={word}
        pressed={microphone.on}
        look={microphone.on ? (phone ? "plain" : "on") : "off"}
        words={words}
        phone={phone}
        shortcut="M"
        autoFocus
        onClick={controls.toggleMicrophone}
        className={joined ? "rounded-r-[4px]!" : undefined}
      />
      <MutedHint media={controls.media} />
    </span>
  );
}

function CameraKey({ controls, words, word, phone, joined }: KeyProps) {
  const { camera } = useStore(controls.media.state);
  return (
    <TrayKey
      icon={camera.on ? Video : VideoOff}
      name="Camera"
      word={word}
      pressed={camera.on}
      look={camera.on ? (phone ? "plain" : "on") : "off"}
      words={words}
      phone={phone}
      shortcut="V"
      onClick={controls.toggleCamera}
      className={joined ? "rounded-r-[4px]!" : undefined}
    />
  );
}

function HandKey({ controls, words, word, phone }: KeyProps) {
  return (
    <TrayKey
      icon={Hand}
      name="Raise hand"
      word={word}
      pressed={controls.handUp}
      look={controls.handUp ? "lamp" : "plain"}
      words={words}
      phone={phone}
      shortcut="H"
      onClick={controls.toggleHand}
    />
  );
}

function ChatKey({ controls, look, words, phone }: KeyProps & { look: RoomLook }) {
  return (
    <TrayKey
      icon={MessageSquare}
      name="Chat"
      pressed={look.panel === "chat"}
      look={look.panel === "chat" ? "on" : "plain"}
      counter={controls.unread}
      aria-description={controls.unread > 0 ? `${controls.unread} unread` : undefined}
      words={words}
      phone={phone}
      shortcut="C"
      onClick={() => controls.togglePanel("chat")}
    />
  );
}

function Clock() {
  const now = useNow(5_000);
  return (
    <time dateTime={new Date(now).toISOString()}>
      {new Date(now).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}
    </time>
  );
}

const FORWARD = ["ArrowRight", "ArrowDown"];
const BACK = ["ArrowLeft", "ArrowUp"];

/** Arrow keys move between the controls; Tab passes by after one. */
function useRoving() {
  const last = useRef<HTMLElement | null>(null);
  const keysOf = (bar: Element) => [...bar.querySelectorAll<HTMLElement>("[data-tray]:not(:disabled)")];
  return {
    ref: (bar: HTMLDivElement | null) => {
      if (!bar) return;
      const keys = keysOf(bar);
      const stop = last.current && keys.includes(last.current) ? last.current : keys[0];
      for (const key of keys) key.tabIndex = key === stop ? 0 : -1;
    },
    onFocus: ({ target, currentTarget }: React.FocusEvent<HTMLDivElement>) => {
      if (!target.hasAttribute("data-tray")) return;
      last.current = target;
      for (const key of keysOf(currentTarget)) key.tabIndex = key === target ? 0 : -1;
    },
    onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
      const step = FORWARD.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : 0;
      const keys = keysOf(event.currentTarget);
      const at = keys.indexOf(event.target as HTMLElement);
      // Arrow up and down open a key's menu where it has one.
      const opensMenu = event.key.startsWith("ArrowDown") && keys[at]?.hasAttribute("aria-haspopup");
      if (step === 0 || at < 0 || opensMenu) return;
      event.preventDefault();
      keys[(at + step + keys.length) % keys.length]?.focus();
    },
  };
}
