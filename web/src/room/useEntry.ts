import { startTransition, useCallback, useEffect, useRef, useState } from "react";
import { isCode, sentenceOf } from "../api/problem";
import type { JoinRequest } from "../api/types";
import { rememberChoices } from "../rtc/choices";
import { OwnMedia } from "../rtc/OwnMedia";
import { Refused, Visit } from "./Visit";

/** How often a page knocks at a meeting that is not open yet, in milliseconds. */
const KNOCKS_EVERY = 5_000;
const WAITS = ["not_yet_open", "waiting"];

export interface Entry {
  media: OwnMedia;
  visit: Visit | null;
  joining: boolean;
  /** Waits for the meeting to open. */
  waiting: boolean;
  refusal: unknown;
  join: (name: string, listenOnly: boolean) => void;
  /** Joins again with what was chosen the last time. */
  joinAgain: () => void;
}

/** The way into a meeting: devices first, then Join, then the visit; and back in after leaving. */
export function useEntry(code: string, invite: string | null): Entry {
  const [media, renewMedia] = useOwnMedia();
  const [visit, setVisit] = useState<Visit | null>(null);
  const [joining, setJoining] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const chosen = useRef<JoinRequest>({});
  const waiting = refusal !== null && !joining && isWaiting(refusal);

  const enter = useCallback(
    async (request: JoinRequest, own: OwnMedia) => {
      setJoining(true);
      try {
        // Drawing the Room gives way to what connects it.
        await Visit.join(code, request, own, (admitted) => startTransition(() => setVisit(admitted)));
        setRefusal(null);
      } catch (error) {
        setVisit(null);
        setRefusal(error);
        if (own.isClosed) renewMedia();
      } finally {
        setJoining(false);
      }
    },
    [code, renewMedia],
  );

  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => void enter(chosen.current, media), KNOCKS_EVERY);
    return () => clearTimeout(timer);
  }, [waiting, enter, media]);

  const join = (name: string, listenOnly: boolean) => {
    if (name) rememberChoices({ name });
    chosen.current = { ...(name ? { displayName: name } : {}), ...(invite ? { invite } : {}) };
    if (listenOnly) media.listenOnly();
    void enter(chosen.current, media);
  };
  const joinAgain = () => {
    setVisit(null);
    void enter(chosen.current, renewMedia());
  };
  return { media, visit, joining, waiting, refusal, join, joinAgain };
}

function isWaiting(refusal: unknown): boolean {
  return (refusal instanceof Refused && WAITS.includes(refusal.code)) || isCode(refusal, ...WAITS);
}

/** What to tell about a join that did not work, or null. */
export function refusalSentence(refusal: unknown): string | null {
  if (refusal === null) return null;
  if (refusal instanceof Refused) return refusal.message;
  if (refusal instanceof Error && refusal.name === "ConnectionError") {
    return "Your browser could not reach the media server. Check that your network lets it through, then try again.";
  }
  return sentenceOf(refusal);
}

/** Your devices, started with the page and given back with it. */
function useOwnMedia(): [OwnMedia, () => OwnMedia] {
  const [media, setMedia] = useState(() => new OwnMedia());
  useEffect(() => {
    void media.start();
    return () => media.close();
  }, [media]);
  const renew = useCallback(() => {
    const fresh = new OwnMedia();
    setMedia(fresh);
    return fresh;
  }, []);
  return [media, renew];
}
