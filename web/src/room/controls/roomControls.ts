import type { MeetingRole } from "../../api/types";
import type { OwnMedia } from "../../rtc/OwnMedia";
import type { KeyMode } from "./shortcuts";
import type { Layout, SelfView } from "../stage/plan";

export type PanelTab = "chat" | "people";

/** What the page looks like for you; nobody else is affected. */
export interface RoomLook {
  layout: Layout;
  panel: PanelTab | null;
  /** The tab that comes back when the panel is opened without naming one. */
  lastTab: PanelTab;
  pinned: string | null;
  page: number;
  pages: number;
  pageSize: number;
  selfView: SelfView;
  mirrored: boolean;
  lightsUp: boolean;
  help: boolean;
  keyMode: KeyMode;
}

/** Everything the tray and the keys can do. */
export interface RoomControls {
  media: OwnMedia;
  role: MeetingRole;
  canShare: boolean;
  sharing: boolean;
  handUp: boolean;
  people: number;
  unread: number;
  toggleMicrophone: () => void;
  toggleCamera: () => void;
  toggleShare: () => void;
  toggleHand: () => void;
  togglePanel: (tab: PanelTab) => void;
  nextLayout: () => void;
  toggleFullscreen: () => void;
  setLook: (changes: Partial<RoomLook>) => void;
  leave: () => void;
  end: () => void;
}
