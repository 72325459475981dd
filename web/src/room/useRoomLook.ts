import { useCallback, useState } from "react";
import { rememberChoices, rememberedChoices } from "../rtc/choices";
import type { PanelTab, RoomLook } from "./controls/roomControls";
import { rememberedKeyMode, rememberKeyMode } from "./controls/shortcuts";

/** How the room looks for you. */
export function useRoomLook() {
  const [look, set] = useState<RoomLook>(() => ({
    layout: "grid",
    panel: null,
    lastTab: "chat",
    pinned: null,
    page: 0,
    pages: 1,
    pageSize: 25,
    selfView: "tile",
    mirrored: rememberedChoices().mirrored,
    lightsUp: false,
    help: false,
    keyMode: rememberedKeyMode(),
  }));
  const setLook = useCallback((changes: Partial<RoomLook>) => {
    if (changes.mirrored !== undefined) rememberChoices({ mirrored: changes.mirrored });
    if (changes.keyMode !== undefined) rememberKeyMode(changes.keyMode);
    set((before) => {
      const changed = (Object.keys(changes) as (keyof RoomLook)[]).some(
        (key) => before[key] !== changes[key],
      );
      return changed ? { ...before, ...changes } : before;
    });
  }, []);
  const togglePanel = useCallback((tab: PanelTab) => {
    set((before) => ({ ...before, panel: before.panel === tab ? null : tab, lastTab: tab }));
  }, []);
  return { look, setLook, togglePanel };
}
