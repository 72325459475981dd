/** What a key does in the room. */
export type Deed =
  | "microphone"
  | "camera"
  | "share"
  | "hand"
  | "chat"
  | "people"
  | "layout"
  | "fullscreen"
  | "pageBefore"
  | "nextPage"
  | "help"
  | "region";

export interface Shortcut {
  deed: Deed;
  /** As `KeyboardEvent.key`, lower case. */
  key: string;
  /** As it is printed. */
  shown: string;
  does: string;
}

/** Every shortcut of the room, in the order of the help. Leave has none on purpose. */
export const SHORTCUTS: readonly Shortcut[] = [
  { deed: "microphone", key: "m", shown: "M", does: "Microphone on or off" },
  { deed: "camera", key: "v", shown: "V", does: "Camera on or off" },
  { deed: "share", key: "s", shown: "S", does: "Share screen" },
  { deed: "hand", key: "h", shown: "H", does: "Raise or lower hand" },
  { deed: "chat", key: "c", shown: "C", does: "Chat" },
  { deed: "people", key: "p", shown: "P", does: "People" },
  { deed: "layout", key: "l", shown: "L", does: "Next layout" },
  { deed: "fullscreen", key: "f", shown: "F", does: "Full screen" },
  { deed: "pageBefore", key: "pageup", shown: "Page up", does: "Page before" },
  { deed: "nextPage", key: "pagedown", shown: "Page down", does: "Next page" },
  { deed: "region", key: "f6", shown: "F6", does: "Next part of the room" },
  { deed: "help", key: "?", shown: "?", does: "All shortcuts" },
];

/** How single keys behave (WCAG 2.1.4): as they are, only together with Alt, or not at all. */
export type KeyMode = "plain" | "alt" | "off";

export interface Pressed {
  key: string;
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  /** The focus is where people type. */
  typing: boolean;
}

/** What a pressed key should do, or null when it is not one of ours. */
export function deedFor(pressed: Pressed, mode: KeyMode): Deed | null {
  if (pressed.ctrlKey || pressed.metaKey) return null;
  if (pressed.key === "F6") return "region";
  if (pressed.typing || mode === "off" || pressed.altKey !== (mode === "alt")) return null;
  // With Alt some keyboards print another letter; the key's own place still tells which one was meant.
  const letter = /^Key([A-Z])$/.exec(pressed.code)?.[1]?.toLowerCase();
  const key = pressed.altKey && letter ? letter : pressed.key.toLowerCase();
  return SHORTCUTS.find((shortcut) => shortcut.key === key)?.deed ?? null;
}

/** Whether an element takes typed text, so that single keys belong to it. */
export function takesText(element: EventTarget | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable) return true;
  if (element instanceof HTMLInputElement)
    return !["button", "checkbox", "radio", "range", "submit"].includes(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

const MODE_KEY = "parley.keys";

export function rememberedKeyMode(): KeyMode {
  try {
    const stored = localStorage.getItem(MODE_KEY);
    return stored === "alt" || stored === "off" ? stored : "plain";
  } catch {
    return "plain";
  }
}

export function rememberKeyMode(mode: KeyMode): void {
  try {
    localStorage.setItem(MODE_KEY, mode);
  } catch {
    // It then lasts as long as the page.
  }
}
