import { Mic, MicOff, Video, VideoOff, type LucideIcon } from "lucide-react";
import { useRef } from "react";
import type { OwnMedia } from "../../rtc/OwnMedia";
import { Avatar } from "../../ui/Avatar";
import { cx } from "../../ui/cx";
import { Spinner } from "../../ui/Spinner";
import { TilePicture } from "../stage/TilePicture";
import { useStore } from "../useStore";

/** Your own picture as the others will see it, mirrored for you, with both switches. */
export function SelfPreview({
  media,
  name,
  picture,
  mirrored,
}: {
  media: OwnMedia;
  name: string;
  picture?: string | null;
  mirrored: boolean;
}) {
  const { microphone, camera } = useStore(media.state);
  const videoRef = useRef<HTMLVideoElement>(null);
  return (
    <div className="relative aspect-video overflow-hidden rounded-dialog bg-[oklch(0.27_0.016_168)] shadow-e3 max-tablet:aspect-[358/300] max-tablet:rounded-[18px]">
      <div className="room-tile-picture" data-mirrored={mirrored || undefined}>
        <TilePicture picture={camera.on ? camera.track : null} still={false} videoRef={videoRef} />
      </div>
      {!camera.on && (
        <div data-theme="dark" className="room-camera-off absolute inset-0 grid place-items-center text-ink">
          {camera.starting ? (
            <span className="flex items-center gap-2.5 text-[14px] text-ink-2">
              <Spinner className="size-5" /> Your camera is starting
            </span>
          ) : (
            <Avatar name={name || "?"} picture={picture} size={96} />
          )}
        </div>
      )}
      {name && (
        <span className="room-plate absolute top-4 left-4 h-[30px] max-w-[calc(100%-32px)] truncate rounded-[9px] px-[11px] text-[14px] leading-[30px] font-firm max-tablet:hidden">
          {name}
        </span>
      )}
      <div className="absolute inset-x-0 bottom-4 flex justify-center gap-2">
        <Switch
          name="Microphone"
          on={microphone.on || (microphone.starting && microphone.wanted)}
          icons={[Mic, MicOff]}
          onPress={() => void media.setMicrophone(!microphone.on && !microphone.starting)}
        />
        <Switch
          name="Camera"
          on={camera.on || (camera.starting && camera.wanted)}
          icons={[Video, VideoOff]}
          onPress={() => void media.setCamera(!camera.on && !camera.starting)}
        />
      </div>
    </div>
  );
}

function Switch(props: { name: string; on: boolean; icons: [LucideIcon, LucideIcon]; onPress: () => void }) {
  const Icon = props.icons[props.on ? 0 : 1];
  return (
    <button
      type="button"
      aria-label={props.name}
      aria-pressed={props.on}
      onClick={props.onPress}
      className={cx(
        "grid h-12 min-w-14 place-items-center rounded-[13px] transition-colors duration-120",
        props.on
          ? "bg-[oklch(0.14_0.012_168/0.82)] text-white hover:bg-[oklch(0.2_0.012_168/0.9)]"
          : "bg-[oklch(0.36_0.085_24)] text-[#ffd9d6] hover:bg-[oklch(0.4_0.09_24)]",
      )}
    >
      <Icon className="size-[21px]" strokeWidth={1.75} aria-hidden />
    </button>
  );
}
