import { memo, useRef } from "react";
import type { Person } from "../../rtc/people";
import { Face } from "../Face";
import type { Box } from "./packing";
import type { PlacedTile } from "./plan";
import { HandChip, NameChip, NetworkChip, ReconnectingPlate } from "./TileMarks";
import { TileMenu, type TileActions } from "./TileMenu";
import { TilePicture } from "./TilePicture";
import { useFlip } from "./useFlip";
import { useFrozen } from "./useFrozen";
import { firstName, tileName } from "./words";

type TileProps = {
  person: Person;
  box: Box;
  kind: PlacedTile["kind"];
  /** The one of several speakers who has the glow. */
  loudest: boolean;
  hand: number | null;
  mirrored: boolean;
  /** The page itself is cut off: everybody stands still. */
  still: boolean;
  /** Has left; fades. */
  leaving: boolean;
  focusable: boolean;
  onFocus: (presenceId: string) => void;
  actions: TileActions;
};

/** One person on the stage. */
export const Tile = memo(function Tile(props: TileProps) {
  const { person, box, kind, hand, still } = props;
  const ref = useRef<HTMLDivElement>(null);
  const videoRef = useRef<HTMLVideoElement>(null);
  useFlip(ref, box);
  const shown = person.camera !== null;
  const frozen = useFrozen(videoRef, shown && !person.isSelf && !still);
  const halted = person.away || frozen;
  const small = box.width < 260;
  return (
    <div
      ref={ref}
      role="listitem"
      aria-label={tileName(person, hand, frozen)}
      data-participant={person.participantId}
      data-presence={person.presenceId}
      data-kind={kind}
      data-leaving={props.leaving || undefined}
      tabIndex={props.focusable ? 0 : -1}
      onFocus={() => props.onFocus(person.presenceId)}
      className="room-tile group"
      style={{
        width: box.width,
        height: box.height,
        transform: `translate(${box.left}px, ${box.top}px)`,
        zIndex: kind === "small" ? 2 : undefined,
      }}
    >
      <div
        className="room-tile-picture"
        data-mirrored={(person.isSelf && props.mirrored) || undefined}
        data-still={halted || (still && !person.isSelf) || undefined}
      >
        <TilePicture
          picture={person.camera}
          still={(still || person.away) && !person.isSelf}
          videoRef={videoRef}
        />
        {!shown && <CameraOff participantId={person.participantId} name={person.name} height={box.height} />}
        {halted && !still && <ReconnectingPlate name={firstName(person.name)} />}
      </div>
      <span
        className="room-ring"
        data-on={(person.speaking && person.microphone === "on" && !still) || undefined}
        data-glow={props.loudest || undefined}
      />
      <span aria-hidden>
        <NameChip person={person} width={box.width} quiet={still} />
        {hand !== null && <HandChip order={hand} small={small} />}
        {person.quality !== "good" && !person.isSelf && <NetworkChip quality={person.quality} />}
      </span>
      <TileMenu person={person} actions={props.actions} />
    </div>
  );
});

function CameraOff({ participantId, name, height }: { participantId: string; name: string; height: number }) {
  return (
    <div className="room-camera-off absolute inset-0 grid place-items-center">
      <Face participantId={participantId} name={name} size={Math.round(Math.min(112, height * 0.42))} />
    </div>
  );
}
