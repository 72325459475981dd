import { ChevronUp } from "lucide-react";
import { useState, type ReactNode } from "react";
import { speakerCanBeChosen, type Device } from "../../rtc/deviceList";
import type { OwnMedia } from "../../rtc/OwnMedia";
import { play } from "../../rtc/sounds";
import { Menu, MenuChoice, MenuItem, MenuLine, MenuOption, MenuTitle } from "../../ui/Menu";
import { LevelBars } from "../prejoin/LevelBars";
import { useStore } from "../useStore";

/** The ▾ beside a device: what to use instead, with a live level or a test. */
function DeviceMenu({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Menu
      side="top"
      align="start"
      label={name}
      className="w-72"
      trigger={
        <button
          type="button"
          aria-label={name}
          data-tray
          className="room-caret ml-px grid h-[52px] w-6 place-items-center rounded-l-[4px] rounded-r-main"
        >
          <ChevronUp className="size-[15px]" strokeWidth={1.75} aria-hidden />
        </button>
      }
    >
      {children}
    </Menu>
  );
}

export function MicrophoneMenu({ media }: { media: OwnMedia }) {
  return (
    <DeviceMenu name="Microphone settings">
      <MicrophoneItems media={media} />
      <SpeakerItems media={media} />
    </DeviceMenu>
  );
}

export function CameraMenu({ media }: { media: OwnMedia }) {
  return (
    <DeviceMenu name="Camera settings">
      <CameraItems media={media} />
    </DeviceMenu>
  );
}

export function MicrophoneItems({ media }: { media: OwnMedia }) {
  const { microphone, devices } = useStore(media.state);
  return (
    <>
      <Choice
        title="Microphone"
        none="No microphone found"
        devices={devices.microphones}
        chosen={microphone.deviceId}
        onChoose={(id) => void media.chooseMicrophone(id)}
      />
      {microphone.track && (
        <div aria-hidden className="px-2.5 py-2">
          <LevelBars track={microphone.track.mediaStreamTrack} label="Microphone level" />
        </div>
      )}
    </>
  );
}

export function CameraItems({ media }: { media: OwnMedia }) {
  const { camera, devices } = useStore(media.state);
  return (
    <Choice
      title="Camera"
      none="No camera found"
      devices={devices.cameras}
      chosen={camera.deviceId}
      onChoose={(id) => void media.chooseCamera(id)}
    />
  );
}

/** Where sound comes out, and a test of it. */
export function SpeakerItems({ media }: { media: OwnMedia }) {
  const { devices, speakerId } = useStore(media.state);
  const [playing, setPlaying] = useState(false);
  const test = async () => {
    setPlaying(true);
    await play("test", speakerId);
    setPlaying(false);
  };
  return (
    <>
      <MenuLine />
      {speakerCanBeChosen() && devices.speakers.length > 0 && (
        <Choice
          title="Speaker"
          none=""
          devices={devices.speakers}
          chosen={speakerId ?? devices.speakers[0]?.id ?? null}
          onChoose={(id) => media.chooseSpeaker(id)}
        />
      )}
      <MenuItem keepOpen onSelect={() => void test()}>
        {playing ? "Playing a test sound" : "Play a test sound"}
      </MenuItem>
    </>
  );
}

function Choice(props: {
  title: string;
  none: string;
  devices: readonly Device[];
  chosen: string | null;
  onChoose: (id: string) => void;
}) {
  const { devices } = props;
  return (
    <>
      <MenuTitle>{devices.length > 0 ? props.title : props.none}</MenuTitle>
      <MenuChoice value={props.chosen ?? ""} onChange={props.onChoose}>
        {devices
          .filter((device) => device.id !== "")
          .map((device) => (
            <MenuOption key={device.id} value={device.id}>
              {device.label}
            </MenuOption>
          ))}
      </MenuChoice>
    </>
  );
}
