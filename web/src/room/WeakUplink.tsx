import { useEffect, useState } from "react";
import { Button } from "../ui/Button";
import { useStore } from "./useStore";
import type { Visit } from "./Visit";

/** A connection must be weak for this long before anyone is asked, in milliseconds. */
const WEAK_FOR = 8_000;
/** And nobody is asked again sooner than this. */
const ASKS_EVERY = 300_000;

/** Offers to turn the camera off when your own connection does not carry it. */
export function WeakUplink({ visit }: { visit: Visit }) {
  const { people, link } = useStore(visit.room.state);
  const { camera } = useStore(visit.media.state);
  const self = people.find((person) => person.isSelf);
  const weak = link.state === "in" && camera.on && self !== undefined && self.quality !== "good";
  const [asking, setAsking] = useState(false);
  const [quietUntil, setQuietUntil] = useState(0);
  useEffect(() => {
    if (!weak) return setAsking(false);
    const wait = Math.max(WEAK_FOR, quietUntil - Date.now());
    const timer = setTimeout(() => setAsking(true), wait);
    return () => clearTimeout(timer);
  }, [weak, quietUntil]);
  if (!asking) return null;
  const answer = (turnOff: boolean) => {
    setAsking(false);
    setQuietUntil(Date.now() + ASKS_EVERY);
    if (turnOff) void visit.media.setCamera(false, false);
  };
  return (
    <div role="alert" className="absolute inset-x-0 bottom-3 z-3 flex justify-center px-3">
      <p className="flex animate-rise items-center gap-2 rounded-card bg-paper py-2 pr-2 pl-4 text-[14.5px] shadow-e3">
        <span className="mr-2">Your connection is weak. Turn the camera off?</span>
        <Button size="dense" onClick={() => answer(true)}>
          Yes
        </Button>
        <Button kind="quiet" size="dense" onClick={() => answer(false)}>
          Not now
        </Button>
      </p>
    </div>
  );
}
