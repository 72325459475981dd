import { ChevronDown, Mic, Video, Volume2, type LucideIcon } from "lucide-react";
import { useState, type ReactNode } from "react";
import { speakerCanBeChosen, type Device } from "../../rtc/deviceList";
import type { OwnMedia } from "../../rtc/OwnMedia";
import { play } from "../../rtc/sounds";
import { cx } from "../../ui/cx";
import { useStore } from "../useStore";
import { LevelBars } from "./LevelBars";

/** Under the picture: microphone with its level, speaker with a test, camera. */
export function DeviceCards({ media }: { media: OwnMedia }) {
  const { microphone, camera, speakerId, devices } = useStore(media.state);
  const settings = camera.on ? camera.track?.mediaStreamTrack.getSettings() : undefined;
  return (
    <div className="mt-4 grid gap-3 tablet:grid-cols-3 max-tablet:mt-2.5 max-tablet:gap-2">
      <Card
        icon={Mic}
        label="Choose microphone"
        none={microphone.trouble ? "No microphone" : "Microphone"}
        devices={devices.microphones}
        chosen={microphone.deviceId}
        onChoose={(id) => void media.chooseMicrophone(id)}
      >
        <LevelBars
          track={microphone.on ? (microphone.track?.mediaStreamTrack ?? null) : null}
          label="Microphone level"
        />
      </Card>
      <Card
        icon={Volume2}
        label="Choose speaker"
        none="Speaker"
        devices={speakerCanBeChosen() ? devices.speakers : []}
        chosen={speakerId}
        onChoose={(id) => media.chooseSpeaker(id)}
        className="max-tablet:hidden"
      >
        <SpeakerTest speakerId={speakerId} />
      </Card>
      <Card
        icon={Video}
        label="Choose camera"
        none={camera.trouble ? "No camera" : "Camera"}
        devices={devices.cameras}
        chosen={camera.deviceId}
        onChoose={(id) => void media.chooseCamera(id)}
        className="max-tablet:hidden"
      >
        <span className="text-small text-ink-3">
          {settings?.height ? `${settings.height}p, mirrored for you` : camera.starting ? "Starting" : "Off"}
        </span>
      </Card>
    </div>
  );
}

function Card(props: {
  icon: LucideIcon;
  label: string;
  none: string;
  devices: readonly Device[];
  chosen: string | null;
  onChoose: (id: string) => void;
  className?: string;
  children: ReactNode;
}) {
  const { icon: Icon } = props;
  const devices = props.devices.filter((device) => device.id !== "");
  return (
    <div className={cx("min-w-0 rounded-main bg-paper px-3.5 py-[11px] shadow-e1", props.className)}>
      <div className="relative flex items-center gap-2 text-small font-medium">
        <Icon className="size-[17px] shrink-0 text-ink-3" strokeWidth={1.75} aria-hidden />
        {devices.length > 0 ? (
          <>
            <select
              aria-label={props.label}
              value={
                devices.some((device) => device.id === props.chosen) ? (props.chosen ?? "") : devices[0]!.id
              }
              onChange={(event) => props.onChoose(event.target.value)}
              className="min-w-0 flex-1 appearance-none truncate bg-transparent pr-5 [&>option]:bg-paper outline-offset-4 pointer-coarse:min-h-11"
            >
              {devices.map((device) => (
                <option key={device.id} value={device.id}>
                  {device.label}
                </option>
              ))}
            </select>
            <ChevronDown
              className="pointer-events-none absolute right-0 size-[17px] text-ink-3"
              strokeWidth={1.75}
              aria-hidden
            />
          </>
        ) : (
          <span className="min-w-0 flex-1 truncate">{props.none}</span>
        )}
      </div>
      <div className="mt-[9px] flex h-5 items-center">{props.children}</div>
    </div>
  );
}

function SpeakerTest({ speakerId }: { speakerId: string | null }) {
  const [playing, setPlaying] = useState(false);
  const test = async () => {
    setPlaying(true);
    await play("test", speakerId);
    setPlaying(false);
  };
  return (
    <button
      type="button"
      onClick={() => void test()}
      className="min-h-6 rounded-chip text-small font-bold text-baize-text hover:underline pointer-coarse:min-h-11"
    >
      {playing ? "Playing" : "Play a test sound"}
    </button>
  );
}
