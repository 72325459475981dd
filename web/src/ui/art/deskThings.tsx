import type { CSSProperties } from "react";

/** Things that lie on a drawn table. Each takes its place and width from the caller. */
type Thing = { style: CSSProperties };

export function FloorPlan({ style }: Thing) {
  return (
    <svg
      viewBox="0 0 120 88"
      aria-hidden
      className="absolute -rotate-7 drop-shadow-[0_4px_5px_#0006]"
      style={style}
    >
      <rect width="120" height="88" rx="3" fill="#fbfbf6" />
      <g fill="none" stroke="#25332d" strokeWidth="2.2">
        <path d="M14 16h92v56H14z" />
        <path d="M48 16v26M14 42h60M74 42v30" />
      </g>
      <rect x="49" y="17" width="42" height="24" fill="#f4cf79" />
    </svg>
  );
}

export function Cup({ style }: Thing) {
  return (
    <svg viewBox="0 0 60 60" aria-hidden className="absolute drop-shadow-[0_5px_5px_#0006]" style={style}>
      <circle cx="28" cy="30" r="27" fill="#e9eeea" />
      <circle cx="28" cy="30" r="19" fill="#f7f9f6" />
      <circle cx="28" cy="30" r="15.5" fill="#5a3a26" />
      <path d="M18 25a12 12 0 0 1 14-6" stroke="#a0714e" strokeWidth="2" fill="none" strokeLinecap="round" />
      <path d="M45 30h9" stroke="#f7f9f6" strokeWidth="6" strokeLinecap="round" />
    </svg>
  );
}

export function Pencil({ style }: Thing) {
  return (
    <svg
      viewBox="0 0 120 12"
      aria-hidden
      className="absolute rotate-14 drop-shadow-[0_4px_3px_#0006]"
      style={style}
    >
      <path d="M0 2h96v8H0z" fill="#f1b12b" />
      <path d="M0 2h10v8H0z" fill="#d8765a" />
      <path d="M96 2l18 4-18 4z" fill="#ecd9b8" />
      <path d="M108 4.7l6 1.3-6 1.3z" fill="#2b2522" />
    </svg>
  );
}

export function Phone({ style }: Thing) {
  return (
    <svg
      viewBox="0 0 40 74"
      aria-hidden
      className="absolute rotate-9 drop-shadow-[0_4px_4px_#0006]"
      style={style}
    >
      <rect width="40" height="74" rx="7" fill="#16211d" />
      <rect x="3" y="3" width="34" height="68" rx="4" fill="#2f4740" />
      <rect x="8" y="14" width="24" height="3" rx="1.5" fill="#86a89a" />
      <rect x="8" y="21" width="16" height="3" rx="1.5" fill="#5e7f72" />
    </svg>
  );
}
