import { Ellipsis, FlipHorizontal2, Pin, PinOff, Minimize2, Maximize2, EyeOff } from "lucide-react";
import type { Person } from "../../rtc/people";
import { buttonClass } from "../../ui/buttonClass";
import { cx } from "../../ui/cx";
import { Menu, MenuItem } from "../../ui/Menu";
import { VolumeItems } from "./VolumeItems";
import type { SelfView } from "./plan";

/** What one may do with a tile. One object for all tiles; it must not change between drawings. */
export interface TileActions {
  pinned: string | null;
  pin: (presenceId: string | null) => void;
  volumeOf: (participantId: string) => number;
  setVolume: (participantId: string, volume: number) => void;
  selfView: SelfView;
  setSelfView: (view: SelfView) => void;
  mirrored: boolean;
  setMirrored: (mirrored: boolean) => void;
}

/** The button at the top right of a tile, seen on hover and focus, and what it opens. */
export function TileMenu({ person, actions }: { person: Person; actions: TileActions }) {
  if (person.away) return null;
  return (
    <Menu
      label={`${person.name}: options`}
      trigger={
        <button
          type="button"
          aria-label={`Tile options for ${person.isSelf ? "yourself" : person.name}`}
          tabIndex={-1}
          className={cx(
            buttonClass("quiet", "dense", true),
            "room-plate absolute! top-2 right-2 opacity-0 transition-opacity duration-120 hover:bg-[oklch(0.2_0.012_168/0.9)]! hover:text-white!",
            "group-hover:opacity-100 group-focus-within:opacity-100 focus-visible:opacity-100 data-[state=open]:opacity-100",
            "pointer-coarse:pointer-events-none pointer-coarse:group-focus-within:pointer-events-auto",
          )}
        >
          <Ellipsis className="size-[18px]" strokeWidth={1.75} aria-hidden />
        </button>
      }
    >
      {person.isSelf ? <SelfItems actions={actions} /> : <OtherItems person={person} actions={actions} />}
    </Menu>
  );
}

function SelfItems({ actions }: { actions: TileActions }) {
  return (
    <>
      <MenuItem icon={FlipHorizontal2} onSelect={() => actions.setMirrored(!actions.mirrored)}>
        {actions.mirrored ? "Show me as others see me" : "Show me as in a mirror"}
      </MenuItem>
      {actions.selfView === "small" ? (
        <MenuItem icon={Maximize2} onSelect={() => actions.setSelfView("tile")}>
          Show me among the others
        </MenuItem>
      ) : (
        <MenuItem icon={Minimize2} onSelect={() => actions.setSelfView("small")}>
          Make me small
        </MenuItem>
      )}
      <MenuItem icon={EyeOff} onSelect={() => actions.setSelfView("hidden")}>
        Hide me from myself
      </MenuItem>
    </>
  );
}

function OtherItems({ person, actions }: { person: Person; actions: TileActions }) {
  const pinned = actions.pinned === person.presenceId;
  return (
    <>
      <MenuItem icon={pinned ? PinOff : Pin} onSelect={() => actions.pin(pinned ? null : person.presenceId)}>
        {pinned ? "Unpin" : "Pin for me"}
      </MenuItem>
      <VolumeItems
        volume={actions.volumeOf(person.participantId)}
        onChange={(volume) => actions.setVolume(person.participantId, volume)}
      />
    </>
  );
}
