import { useEffect, useState } from "react";
import { LevelMeter } from "../../rtc/LevelMeter";
import type { OwnMedia } from "../../rtc/OwnMedia";
import { useStore } from "../useStore";

const LISTEN_EVERY = 200;
const LOUD_ENOUGH = 0.55;
const SPEAKS_AFTER = 600;
const STAYS = 4_000;

/** Says so when you talk while your microphone is off. */
export function MutedHint({ media }: { media: OwnMedia }) {
  const { microphone } = useStore(media.state);
  const muted = microphone.track !== null && !microphone.on;
  const talking = useTalking(muted ? microphone.track!.mediaStreamTrack : null);
  if (!talking) return <span role="status" className="sr-only" />;
  return (
    <span
      role="status"
      className="pointer-events-none absolute bottom-[calc(100%+14px)] left-0 z-10 animate-rise rounded-control bg-ink px-3 py-2 text-[13.5px] leading-[18px] font-firm whitespace-nowrap text-wall shadow-e2 max-tablet:max-w-[70vw] max-tablet:whitespace-normal"
    >
      You are muted. <span className="pointer-coarse:hidden">Hold Space to speak.</span>
    </span>
  );
}

/** Whether somebody talks into this microphone, a moment after they began and a while after they stopped. */
function useTalking(track: MediaStreamTrack | null): boolean {
  const [talking, setTalking] = useState(false);
  useEffect(() => {
    if (!track || track.readyState === "ended") return setTalking(false);
    let meter: LevelMeter;
    try {
      meter = new LevelMeter(track);
    } catch {
      return;
    }
    let loudFor = 0;
    let quietFor = 0;
    const timer = setInterval(() => {
      const loud = meter.level() > LOUD_ENOUGH;
      loudFor = loud ? loudFor + LISTEN_EVERY : Math.max(0, loudFor - LISTEN_EVERY);
      quietFor = loud ? 0 : quietFor + LISTEN_EVERY;
      if (loudFor >= SPEAKS_AFTER) setTalking(true);
      else if (quietFor >= STAYS) setTalking(false);
    }, LISTEN_EVERY);
    return () => {
      clearInterval(timer);
      meter.close();
      setTalking(false);
    };
  }, [track]);
  return talking;
}
