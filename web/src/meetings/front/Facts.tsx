import type { ReactNode } from "react";
import { faces } from "../../ui/art/faces";

/** Three things to know, each with a drawing. */
export function Facts() {
  return (
    <section
      aria-label="What to know"
      className="mx-4 mb-4 grid max-w-[1328px] divide-y divide-line border-t border-line tablet:mx-14 desk:grid-cols-3 desk:divide-x desk:divide-y-0"
    >
      <Fact picture={<Window />} title="Nothing to install">
        A link, a browser, a name. Guests need no account, and where a network closes UDP, Parley takes TCP.
      </Fact>
      <Fact picture={<House />} title="It stays in the house">
        Sound, picture and chat go through one server, and that is yours. Nobody else sits in the middle.
      </Fact>
      <Fact picture={<KeptSeat />} title="You keep your place">
        When a connection drops, you come back by yourself, to the same seat and with every message of the
        chat.
      </Fact>
    </section>
  );
}

function Fact({ picture, title, children }: { picture: ReactNode; title: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[auto_1fr] gap-[18px] py-5 desk:py-8 desk:pr-10 desk:not-first:pl-10">
      {picture}
      <div>
        <h2 className="text-h3">{title}</h2>
        <p className="mt-[5px] text-ink-2">{children}</p>
      </div>
    </div>
  );
}

function Window() {
  return (
    <svg viewBox="0 0 76 76" aria-hidden className="size-19">
      <rect x="6" y="14" width="64" height="48" rx="8" className="fill-paper stroke-line" strokeWidth="1.5" />
      <path d="M6 27h64" className="stroke-line" strokeWidth="1.5" />
      <circle cx="14" cy="20.5" r="2" className="fill-line" />
      <circle cx="21" cy="20.5" r="2" className="fill-line" />
      <rect x="14" y="34" width="34" height="9" rx="4.5" className="fill-well" />
      <rect x="14" y="47" width="24" height="9" rx="4.5" className="fill-felt" />
      <path
        d="M50 44l3 13 3.5-5 6-1.5z"
        className="fill-ink stroke-paper"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}

function House() {
  return (
    <svg viewBox="0 0 76 76" aria-hidden className="size-19">
      <path
        d="M10 36 38 12l28 24v24a5 5 0 0 1-5 5H15a5 5 0 0 1-5-5Z"
        className="fill-paper stroke-line"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <g fill="none" className="stroke-felt" strokeWidth="3" strokeLinecap="round">
        <path d="M19 42q3-7 6.300 0t6.300 0 6.300 0 6.300 0 6.300 0 6.300 0" />
        <path d="M19 54q3-7 6.300 0t6.300 0 6.300 0 6.300 0 6.300 0 6.300 0" />
      </g>
      <circle cx="38" cy="27" r="4" className="fill-lamp" />
    </svg>
  );
}

function KeptSeat() {
  return (
    <svg viewBox="0 0 76 76" aria-hidden className="size-19">
      <rect x="5" y="48" width="66" height="22" rx="10" className="fill-felt" />
      <clipPath id="kept-face">
        <circle cx="21" cy="30" r="14" />
      </clipPath>
      <image href={faces.ingrid} x="7" y="16" width="28" height="28" clipPath="url(#kept-face)" />
      <circle cx="55" cy="30" r="13" className="fill-lamp-tint stroke-lamp" strokeWidth="3" />
      <path
        d="M61 27a7 7 0 1 0 .5 5m.5-8v4.500h-4.500"
        fill="none"
        className="stroke-lamp-text"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
