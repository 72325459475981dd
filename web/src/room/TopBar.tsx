import { Hand as HandIcon, LayoutGrid, Lock, RectangleHorizontal, SwitchCamera } from "lucide-react";
import type { Meeting } from "../api/types";
import type { OwnMedia } from "../rtc/OwnMedia";
import { IconButton } from "../ui/IconButton";
import type { Hand } from "./hands";
import type { Layout } from "./stage/plan";
import type { ScreenClass } from "./stage/screenClass";
import { useNow } from "./useNow";
import { useStore } from "./useStore";

type TopBarProps = {
  meeting: Meeting;
  since: number;
  hands: readonly Hand[];
  layout: Layout;
  shareShown: boolean;
  screen: ScreenClass;
  media: OwnMedia;
  onLayout: () => void;
  onHands: () => void;
};

/** What this is, how long it runs, and how it is laid out. */
export function TopBar(props: TopBarProps) {
  const { meeting, hands } = props;
  return (
    <header
      data-region="meeting"
      className="flex h-14 min-w-0 items-center gap-3 pr-[max(20px,env(safe-area-inset-right))] pl-[max(20px,env(safe-area-inset-left))] max-desk:h-13 max-tablet:h-15 max-tablet:px-4"
    >
      <div className="flex min-w-0 items-baseline gap-3 max-tablet:flex-col max-tablet:gap-0">
        <h1 className="max-w-full truncate text-[15px] leading-5 font-bold tracking-[-0.005em]">
          {meeting.title || "Meeting"}
        </h1>
        <RunningTime since={props.since} />
      </div>
      <span className="flex-1" />
      {hands.length > 0 && (
        <button type="button" onClick={props.onHands} className={chip}>
          <HandIcon className="size-[15px]" strokeWidth={1.75} aria-hidden />
          {hands.length === 1 ? "1 hand" : `${hands.length} hands`}
        </button>
      )}
      {meeting.isLocked && (
        <span className={chip}>
          <Lock className="size-[15px]" strokeWidth={1.75} aria-hidden />
          Locked
        </span>
      )}
      {props.screen === "phone" ? <CameraSwitch media={props.media} /> : <LayoutButton {...props} />}
    </header>
  );
}

const chip =
  "flex h-[26px] shrink-0 items-center gap-1.5 rounded-[7px] bg-ink/6 px-[9px] text-[13px] font-medium text-ink-2 " +
  "[&:is(button)]:hover:bg-ink/12 [&:is(button)]:hover:text-ink pointer-coarse:[&:is(button)]:h-11";

function LayoutButton({ layout, shareShown, onLayout }: TopBarProps) {
  const Icon = layout === "grid" && !shareShown ? LayoutGrid : RectangleHorizontal;
  const word = shareShown ? "Share first" : layout === "grid" ? "Grid" : "Speaker";
  if (shareShown) {
    return (
      <span className={chip}>
        <Icon className="size-[15px]" strokeWidth={1.75} aria-hidden />
        {word}
      </span>
    );
  }
  return (
    <button type="button" onClick={onLayout} aria-label={`Layout: ${word}. Change`} className={chip}>
      <Icon className="size-[15px]" strokeWidth={1.75} aria-hidden />
      {word}
    </button>
  );
}

/** Front or back camera; only where there is more than one. */
function CameraSwitch({ media }: { media: OwnMedia }) {
  const { camera, devices } = useStore(media.state);
  if (devices.cameras.length < 2 || !camera.on) return null;
  const next = () => {
    const at = devices.cameras.findIndex((device) => device.id === camera.deviceId);
    const device = devices.cameras[(at + 1) % devices.cameras.length];
    if (device) void media.chooseCamera(device.id);
  };
  return <IconButton icon={SwitchCamera} label="Switch camera" onClick={next} className="bg-ink/7" />;
}

function RunningTime({ since }: { since: number }) {
  const now = useNow(1_000);
  return (
    <span
      className="text-[14px] text-ink-2 tabular-nums max-tablet:text-tiny"
      role="timer"
      aria-label="Running time"
    >
      {runningTime(now - since)}
    </span>
  );
}

/** Milliseconds as "24:18", from an hour on "1:04:18". */
export function runningTime(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
}
