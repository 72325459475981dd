import { Ellipsis, Keyboard, Lightbulb, Maximize, ScreenShare, UserRoundCheck } from "lucide-react";
import { Menu, MenuChoice, MenuItem, MenuLine, MenuOption, MenuSegments, MenuTitle } from "../../ui/Menu";
import { CameraItems, MicrophoneItems, SpeakerItems } from "./DeviceMenu";
import type { RoomControls, RoomLook } from "./roomControls";
import { TrayKey } from "./TrayKey";

const PAGE_SIZES = [4, 9, 16, 25, 36];

/** Everything that has no key of its own in the tray. */
export function MoreMenu({
  controls,
  look,
  words,
  phone,
}: {
  controls: RoomControls;
  look: RoomLook;
  words: boolean;
  phone: boolean;
}) {
  return (
    <Menu
      side="top"
      align="center"
      label="More"
      className="w-68"
      trigger={<TrayKey icon={Ellipsis} name="More" words={words} phone={phone} />}
    >
      {phone && <PhoneItems controls={controls} />}
      <MenuTitle>Layout</MenuTitle>
      <MenuChoice
        value={look.layout}
        onChange={(layout) => controls.setLook({ layout: layout as RoomLook["layout"] })}
      >
        <MenuOption value="grid">Grid</MenuOption>
        <MenuOption value="speaker">Speaker</MenuOption>
      </MenuChoice>
      {look.selfView === "hidden" && (
        <MenuItem icon={UserRoundCheck} onSelect={() => controls.setLook({ selfView: "tile" })}>
          Show me again
        </MenuItem>
      )}
      <MenuItem icon={Lightbulb} onSelect={() => controls.setLook({ lightsUp: !look.lightsUp })}>
        {look.lightsUp ? "Lights down" : "Lights up"}
      </MenuItem>
      {!phone && <TileCount controls={controls} look={look} />}
      <MenuLine />
      {document.fullscreenEnabled && (
        <MenuItem icon={Maximize} shortcut="F" onSelect={controls.toggleFullscreen}>
          Full screen
        </MenuItem>
      )}
      <MenuItem icon={Keyboard} shortcut="?" onSelect={() => controls.setLook({ help: true })}>
        Shortcuts
      </MenuItem>
    </Menu>
  );
}

function TileCount({ controls, look }: { controls: RoomControls; look: RoomLook }) {
  return (
    <>
      <MenuTitle>Tiles a page</MenuTitle>
      <MenuSegments
        label="Tiles a page"
        values={PAGE_SIZES.map(String)}
        value={String(look.pageSize)}
        onChange={(size) => controls.setLook({ pageSize: Number(size) })}
      />
    </>
  );
}

/** What a phone has no room for in its tray. */
function PhoneItems({ controls }: { controls: RoomControls }) {
  return (
    <>
      {controls.canShare && (
        <MenuItem icon={ScreenShare} onSelect={controls.toggleShare}>
          {controls.sharing ? "Stop sharing" : "Share screen"}
        </MenuItem>
      )}
      <MicrophoneItems media={controls.media} />
      <SpeakerItems media={controls.media} />
      <CameraItems media={controls.media} />
      <MenuLine />
    </>
  );
}
