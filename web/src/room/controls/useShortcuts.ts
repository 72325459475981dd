import { useEffect, useEffectEvent } from "react";
import { deedFor, takesText, type Deed, type KeyMode } from "./shortcuts";

/** Does what the keys ask for while the caller is mounted. */
export function useShortcuts(mode: KeyMode, act: (deed: Deed) => void): void {
  const onDeed = useEffectEvent(act);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.repeat || event.defaultPrevented) return;
      const { key, code, altKey, ctrlKey, metaKey } = event;
      const typing = takesText(event.target) || inMenu(event.target);
      const deed = deedFor({ key, code, altKey, ctrlKey, metaKey, typing }, mode);
      if (!deed) return;
      event.preventDefault();
      onDeed(deed);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [mode]);
}

/** In menus letters jump to items. */
function inMenu(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role=menu],[role=listbox]") !== null;
}

/** Space pressed shorter than this on the Microphone button is an ordinary press, in milliseconds. */
const TAP = 300;

/** Space held down opens a muted microphone until it is let go; elsewhere Space keeps its meaning. */
export function usePushToTalk(isMuted: () => boolean, setMicrophone: (on: boolean) => void): void {
  const muted = useEffectEvent(isMuted);
  const open = useEffectEvent(setMicrophone);
  useEffect(() => {
    let heldSince: number | null = null;
    let onKey = false;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.code !== "Space" || takesText(event.target) || inMenu(event.target)) return;
      if (heldSince !== null) return event.preventDefault();
      const button = buttonOf(event.target);
      onKey = button?.getAttribute("aria-label") === "Microphone";
      if (event.repeat || !muted() || (button && !onKey)) return;
      event.preventDefault();
      heldSince = event.timeStamp;
      open(true);
    };
    const letGo = (event: KeyboardEvent | FocusEvent) => {
      if (heldSince === null || ("code" in event && event.code !== "Space")) return;
      event.preventDefault();
      const tapped = onKey && event.timeStamp - heldSince < TAP;
      heldSince = null;
      if (!tapped) open(false);
    };
    window.addEventListener("keydown", onKeyDown);
    window.addEventListener("keyup", letGo);
    window.addEventListener("blur", letGo);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      window.removeEventListener("keyup", letGo);
      window.removeEventListener("blur", letGo);
    };
  }, []);
}

/** Space presses the focused button. */
function buttonOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest("button,a,[role=button],[role=tab],summary") : null;
}
