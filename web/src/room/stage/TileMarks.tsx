import { Hand, MicOff } from "lucide-react";
import type { Person, Quality } from "../../rtc/people";
import { cx } from "../../ui/cx";
import { roleWord, shownName } from "./words";

/** Bottom left: muted mark or voice, name, role. The name is cut, never the marks. */
export function NameChip({ person, width, quiet }: { person: Person; width: number; quiet: boolean }) {
  const small = width < 260;
  const role = width < 200 ? null : roleWord(person.role);
  return (
    <span
      className={cx(
        "room-plate absolute flex items-center gap-1.5 font-firm",
        small
          ? "bottom-1.5 left-1.5 h-6 max-w-[calc(100%-12px)] rounded-[7px] px-2 text-[12.5px]"
          : "bottom-2 left-2 h-7 max-w-[calc(100%-16px)] rounded-[8px] pr-2.5 pl-[9px] text-[13.5px]",
      )}
    >
      <VoiceMark person={person} quiet={quiet} />
      <span className="truncate">{shownName(person, width)}</span>
      {role && <span className="shrink-0 text-[12.5px] font-medium text-[#b9c4be]">{role}</span>}
    </span>
  );
}

function VoiceMark({ person, quiet }: { person: Person; quiet: boolean }) {
  if (person.microphone !== "on") {
    return <MicOff className="size-[15px] shrink-0 text-[#ffb3ad]" strokeWidth={2} aria-hidden />;
  }
  if (!person.speaking || quiet) return null;
  return (
    <span className="room-voice">
      <i />
      <i />
      <i />
    </span>
  );
}

/** Top left: a raised hand and its place in the order. */
export function HandChip({ order, small }: { order: number; small: boolean }) {
  return (
    <span
      className={cx(
        "absolute flex animate-settle items-center gap-1 bg-lamp font-bold text-on-lamp tabular-nums",
        small
          ? "top-1.5 left-1.5 h-6 rounded-[7px] px-1.5 text-[12.5px]"
          : "top-2 left-2 h-[30px] rounded-[9px] pr-2.5 pl-2 text-[14px]",
      )}
    >
      <Hand className={small ? "size-3.5" : "size-[17px]"} strokeWidth={2} aria-hidden />
      {order}
    </span>
  );
}

/** Top right: bars, only when the connection is weak or worse. */
export function NetworkChip({ quality }: { quality: Quality }) {
  const lit = quality === "lost" ? 0 : 1;
  return (
    <span className="room-plate absolute top-2 right-2 grid h-7 w-8 place-items-center rounded-[8px]">
      <svg viewBox="0 0 16 14" width="16" height="14" aria-hidden>
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={bar * 6}
            y={9 - bar * 4.5}
            width="4"
            height={5 + bar * 4.5}
            rx="1"
            className={bar < lit ? "fill-[#ff9a6b]" : "fill-white opacity-30"}
          />
        ))}
      </svg>
    </span>
  );
}

/** Over a picture that has stood still for two seconds. */
export function ReconnectingPlate({ name }: { name: string }) {
  return (
    <span className="absolute inset-0 grid place-items-center p-2 text-center">
      <span className="room-plate animate-fade rounded-[8px] px-2.5 py-1 text-[13px] leading-[18px] font-firm">
        {name} is reconnecting
      </span>
    </span>
  );
}
