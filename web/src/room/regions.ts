/** The parts of the room that F6 goes through, in this order. */
const REGIONS = ["meeting", "stage", "panel", "controls"];
const FOCUSABLE = "button:not(:disabled),textarea,input,[tabindex='0']";

/** Moves the focus to the next part of the room that is there. */
export function nextRegion(): void {
  const there = REGIONS.flatMap((name) => document.querySelector<HTMLElement>(`[data-region=${name}]`) ?? []);
  const at = there.findIndex((region) => region.contains(document.activeElement));
  for (let step = 1; step <= there.length; step++) {
    const region = there[(at + step + there.length) % there.length];
    const target = region && firstStop(region);
    if (target) return target.focus();
  }
}

function firstStop(region: HTMLElement): HTMLElement | null {
  const stop = region.querySelector<HTMLElement>("[tabindex='0']");
  return (
    stop ?? [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].find((one) => one.tabIndex >= 0) ?? null
  );
}
