import { useEffect, useState, type RefObject } from "react";

const LOOK_EVERY = 500;
/** A picture without a new frame for this long counts as frozen, in milliseconds. */
const FROZEN_AFTER = 2_000;

/** Whether a picture that should move has stood still for two seconds. */
export function useFrozen(videoRef: RefObject<HTMLVideoElement | null>, shouldMove: boolean): boolean {
  const [frozen, setFrozen] = useState(false);
  useEffect(() => {
    if (!shouldMove) return setFrozen(false);
    let frames = -1;
    let still = 0;
    const timer = setInterval(() => {
      const video = videoRef.current;
      // A picture that has not begun, or a hidden page, says nothing about the connection.
      if (!video || video.videoWidth === 0 || document.hidden) return;
      const now = video.getVideoPlaybackQuality?.().totalVideoFrames ?? frames + 1;
      still = now === frames ? still + LOOK_EVERY : 0;
      frames = now;
      setFrozen(still >= FROZEN_AFTER);
    }, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [videoRef, shouldMove]);
  return frozen;
}
