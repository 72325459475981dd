import { useEffect, useRef } from "react";
import { LevelMeter } from "../../rtc/LevelMeter";
import { cx } from "../../ui/cx";

const EVERY = 60;

/** How loud the microphone is now. Drawn past React: it moves sixteen times a second. */
export function LevelBars({
  track,
  label,
  bars = 20,
  className,
}: {
  track: MediaStreamTrack | null;
  label: string;
  bars?: number;
  className?: string;
}) {
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!track || track.readyState === "ended") return;
    let meter: LevelMeter;
    try {
      meter = new LevelMeter(track);
    } catch {
      return;
    }
    const timer = setInterval(() => show(ref.current, meter.level()), EVERY);
    return () => {
      clearInterval(timer);
      meter.close();
      show(ref.current, 0);
    };
  }, [track]);
  return (
    <span
      ref={ref}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
      className={cx("flex h-5 items-center gap-[3px]", className)}
    >
      {Array.from({ length: bars }, (_, index) => (
        <i key={index} className="h-3.5 w-1 rounded-[2px] bg-line data-on:bg-baize" />
      ))}
    </span>
  );
}

function show(meter: HTMLElement | null, level: number): void {
  if (!meter) return;
  const lit = Math.round(level * meter.children.length);
  [...meter.children].forEach((bar, index) => bar.toggleAttribute("data-on", index < lit));
  meter.setAttribute("aria-valuenow", String(Math.round(level * 100)));
}
