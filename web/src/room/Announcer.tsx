import { useEffect, useRef, useState } from "react";
import type { Person } from "../rtc/people";
import { play } from "../rtc/sounds";
import type { ChatMessage } from "./chat/conversation";
import { unread } from "./chat/conversation";
import { handOrder } from "./hands";
import { useStore } from "./useStore";
import type { Visit } from "./Visit";

const GATHER = 3_000;
/** In larger meetings coming and going is not told any more. */
const MANY = 10;
const SHOWN = 80;

/** Tells screen readers what others can see, and plays the small sounds. Draws nothing. */
export function Announcer({ visit, chatOpen }: { visit: Visit; chatOpen: boolean }) {
  const { people, link } = useStore(visit.room.state);
  const speakerId = useStore(visit.media.state).speakerId;
  const mutedByOthers = useStore(visit.media.mutedByOthers);
  const hands = useStore(visit.hands);
  const conversation = useStore(visit.chat.state);
  const [polite, setPolite] = useState("");
  const [urgent, setUrgent] = useState("");
  useComings(link.state === "in" ? people : null, speakerId, setPolite);
  useNewest(hands, (hand) => {
    const person = people.find((one) => one.participantId === hand.participantId && !one.isSelf);
    if (person) setPolite(`${person.name} raised a hand, number ${handOrder(hands, hand.participantId)}.`);
  });
  useNewest(unread(conversation, visit.participantId), (message) => {
    if (!chatOpen) setPolite(sayMessage(message));
  });
  useEffect(() => {
    if (mutedByOthers > 0) setUrgent(`A host has muted you.${" ".repeat(mutedByOthers % 2)}`);
  }, [mutedByOthers]);
  return (
    <>
      <p role="status" className="sr-only">
        {polite}
      </p>
      <p role="alert" className="sr-only">
        {urgent}
      </p>
    </>
  );
}

function sayMessage(message: ChatMessage): string {
  return `${message.senderName}: ${message.text.slice(0, SHOWN)}`;
}

/** Calls back with the last entry whenever the list has grown. */
function useNewest<T>(list: readonly T[], tell: (newest: T) => void) {
  const before = useRef(list.length);
  useEffect(() => {
    const newest = list.at(-1);
    if (list.length > before.current && newest !== undefined) tell(newest);
    before.current = list.length;
    // Only a longer list is news; the callback may be another one each time.
  }, [list]);
}

/** Comings and goings, gathered for three seconds into one sentence; a tap of sound for each. */
function useComings(
  people: readonly Person[] | null,
  speakerId: string | null,
  say: (sentence: string) => void,
) {
  const known = useRef<Map<string, string> | null>(null);
  const gathered = useRef<{ came: string[]; went: string[] }>({ came: [], went: [] });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (!people) return;
    const now = new Map(
      people.filter((one) => !one.isSelf && !one.away).map((one) => [one.participantId, one.name]),
    );
    const before = known.current;
    known.current = now;
    if (!before || now.size >= MANY) return;
    const came = [...now].filter(([id]) => !before.has(id)).map(([, name]) => name);
    const went = [...before].filter(([id]) => !now.has(id)).map(([, name]) => name);
    if (came.length + went.length === 0) return;
    void play(came.length > 0 ? "joined" : "left", speakerId);
    gathered.current.came.push(...came);
    gathered.current.went.push(...went);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      say(comings(gathered.current.came, gathered.current.went));
      gathered.current = { came: [], went: [] };
    }, GATHER);
  }, [people, speakerId, say]);
  useEffect(() => () => clearTimeout(timer.current), []);
}

/** "Ben and Fatou joined. Kenji left." */
export function comings(came: readonly string[], went: readonly string[]): string {
  const list = new Intl.ListFormat("en", { type: "conjunction" });
  const parts = [];
  if (came.length > 0) parts.push(`${list.format(came)} joined.`);
  if (went.length > 0) parts.push(`${list.format(went)} left.`);
  return parts.join(" ");
}
