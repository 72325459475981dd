import { useEffect, type RefObject } from "react";

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");

/** `j` and `k` walk along the rows (marked `data-row`), `/` goes to the search field, Esc calls `back`. */
export function useRowKeys(list: RefObject<HTMLElement | null>, back?: () => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        event.metaKey ||
        event.ctrlKey ||
        event.altKey ||
        document.querySelector("[role=dialog],[role=menu]")
      )
        return;
      const search = list.current?.ownerDocument.querySelector<HTMLInputElement>("input[type=search]");
      if (event.key === "Escape") {
        if (typing(event.target)) (event.target as HTMLElement).blur();
        else back?.();
        return;
      }
      if (typing(event.target)) return;
      if (event.key === "/" && search) {
        event.preventDefault();
        search.focus();
        search.select();
      }
      if (event.key === "j" || event.key === "k") step(list.current, event.key === "j" ? 1 : -1);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [list, back]);
}

function step(list: HTMLElement | null, by: number) {
  const rows = [...(list?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  const here = rows.findIndex((row) => row === document.activeElement);
  const open = rows.findIndex((row) => row.getAttribute("aria-current") === "page");
  const from = here >= 0 ? here : open;
  const next = from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + by));
  rows[next]?.focus();
  rows[next]?.scrollIntoView?.({ block: "nearest" });
}
