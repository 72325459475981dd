import { ScreenShareOff, Volume2, VolumeX } from "lucide-react";
import type { MeetingRoom } from "../rtc/MeetingRoom";
import type { OwnScreen } from "../rtc/ScreenShare";
import { Button } from "../ui/Button";
import { IconButton } from "../ui/IconButton";

const WHAT: Record<string, string> = { monitor: "your whole screen", window: "a window", browser: "a tab" };

/** What the one who shares sees in place of their own screen. */
export function SharingBar({ screen, room }: { screen: OwnScreen; room: MeetingRoom }) {
  return (
    <div className="flex justify-center px-3 pb-2">
      <div
        role="group"
        aria-label="Your shared screen"
        className="flex max-w-full items-center gap-1.5 rounded-main bg-paper py-1 pr-1 pl-4 text-[14px] shadow-e2"
      >
        <span className="mr-2 truncate">
          You share <b className="font-bold">{WHAT[screen.surface ?? ""] ?? "a screen"}</b>
        </span>
        <span
          role="group"
          aria-label="Quality"
          className="flex rounded-[8px] bg-well p-0.5 max-tablet:hidden"
        >
          {[false, true].map((motion) => (
            <button
              key={String(motion)}
              type="button"
              aria-pressed={screen.motion === motion}
              onClick={() => room.screen.setMotion(motion)}
              className="h-7 rounded-chip px-2.5 text-small text-ink-2 aria-pressed:bg-paper aria-pressed:font-bold aria-pressed:text-ink aria-pressed:shadow-e1 pointer-coarse:h-10"
            >
              {motion ? "Smooth motion" : "Sharp text"}
            </button>
          ))}
        </span>
        {screen.soundOn !== null && (
          <IconButton
            icon={screen.soundOn ? Volume2 : VolumeX}
            label="Sound of the screen"
            aria-pressed={screen.soundOn}
            size="dense"
            onClick={() => void room.screen.setSound(!screen.soundOn)}
          />
        )}
        <Button kind="danger" size="dense" icon={ScreenShareOff} onClick={() => room.screen.stop()}>
          Stop
        </Button>
      </div>
    </div>
  );
}
