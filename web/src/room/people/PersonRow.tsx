import { Ellipsis, Hand, Mic, MicOff, Pin, PinOff, UserX, VideoOff } from "lucide-react";
import type { Person } from "../../rtc/people";
import { Badge } from "../../ui/Badge";
import { IconButton } from "../../ui/IconButton";
import { Menu, MenuItem, MenuLine } from "../../ui/Menu";
import { Face } from "../Face";
import { VolumeItems } from "../stage/VolumeItems";
import { roleWord } from "../stage/words";
import type { PeopleActions } from "./PeoplePanel";

/** One person in the list: name, role, hand, connection, microphone, and what you may do. */
export function PersonRow({
  person,
  hand,
  actions,
  onRemove,
}: {
  person: Person;
  hand: number | null;
  actions: PeopleActions;
  onRemove: () => void;
}) {
  const role = roleWord(person.role);
  return (
    <li className="flex min-h-12 items-center gap-2.5 rounded-control px-2 hover:bg-well">
      <Face participantId={person.participantId} name={person.name} size={32} />
      <span className="min-w-0 flex-1 leading-[18px]">
        <span className="block truncate text-[14.5px]">
          {person.name}
          {person.isSelf && <span className="text-ink-3"> (you)</span>}
        </span>
        <Status person={person} role={role} />
      </span>
      {hand !== null && (
        <Badge tone="lamp" icon={Hand}>
          <span className="sr-only">Hand </span>
          {hand}
        </Badge>
      )}
      {!person.cameraOn && (
        <VideoOff className="size-4 text-ink-3" strokeWidth={1.75} aria-label="Camera off" role="img" />
      )}
      <MicrophoneMark person={person} />
      {person.isSelf ? (
        <span className="w-8 pointer-coarse:w-11" />
      ) : (
        <RowMenu person={person} actions={actions} onRemove={onRemove} />
      )}
    </li>
  );
}

function Status({ person, role }: { person: Person; role: string | null }) {
  const words = [
    role,
    person.screen && "Shares a screen",
    person.away ? "Reconnecting" : person.quality !== "good" && "Weak connection",
  ].filter(Boolean);
  return words.length > 0 ? <span className="block text-tiny text-ink-3">{words.join(" · ")}</span> : null;
}

function MicrophoneMark({ person }: { person: Person }) {
  if (person.microphone === "on") {
    const look = person.speaking ? "size-4 text-lamp-text" : "size-4 text-ink-2";
    return (
      <Mic
        className={look}
        strokeWidth={1.75}
        role="img"
        aria-label={person.speaking ? "Speaking" : "Microphone on"}
      />
    );
  }
  return <MicOff className="size-4 text-live-text" strokeWidth={1.75} role="img" aria-label="Muted" />;
}

function RowMenu({
  person,
  actions,
  onRemove,
}: {
  person: Person;
  actions: PeopleActions;
  onRemove: () => void;
}) {
  const pinned = actions.pinned === person.presenceId;
  return (
    <Menu
      label={`${person.name}: options`}
      trigger={
        <IconButton icon={Ellipsis} label={`Options for ${person.name}`} size="dense" tooltip={false} />
      }
    >
      {actions.host && person.microphone === "on" && (
        <MenuItem
          icon={MicOff}
          onSelect={() => void actions.mute(person.participantId).catch(() => undefined)}
        >
          Mute
        </MenuItem>
      )}
      <MenuItem icon={pinned ? PinOff : Pin} onSelect={() => actions.pin(pinned ? null : person.presenceId)}>
        {pinned ? "Unpin" : "Pin for me"}
      </MenuItem>
      <VolumeItems
        volume={actions.volumeOf(person.participantId)}
        onChange={(volume) => actions.setVolume(person.participantId, volume)}
      />
      {actions.host && (
        <>
          <MenuLine />
          <MenuItem icon={UserX} danger onSelect={onRemove}>
            Remove from the meeting
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
