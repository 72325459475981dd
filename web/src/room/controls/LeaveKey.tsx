import { DoorOpen, LogOut, OctagonX } from "lucide-react";
import { Menu, MenuItem, MenuLine } from "../../ui/Menu";
import type { RoomControls } from "./roomControls";
import { TrayKey } from "./TrayKey";

/** Guests leave at once; a host may also end the meeting for everyone. */
export function LeaveKey({
  controls,
  words,
  phone,
}: {
  controls: RoomControls;
  words: boolean;
  phone: boolean;
}) {
  const key = (
    <TrayKey
      icon={LogOut}
      name="Leave"
      look="leave"
      words={words}
      phone={phone}
      className={phone ? undefined : "ml-1.5 min-w-18"}
    />
  );
  const host = controls.role === "host" || controls.role === "cohost";
  if (!host || controls.people < 2) {
    return (
      <TrayKey
        icon={LogOut}
        name="Leave"
        look="leave"
        words={words}
        phone={phone}
        className={phone ? undefined : "ml-1.5 min-w-18"}
        onClick={controls.leave}
      />
    );
  }
  return (
    <Menu side="top" align="center" label="Leave" trigger={key}>
      <MenuItem icon={DoorOpen} onSelect={controls.leave}>
        Leave the meeting
      </MenuItem>
      <MenuLine />
      <MenuItem icon={OctagonX} danger onSelect={controls.end}>
        End for everyone
      </MenuItem>
    </Menu>
  );
}
