import type { Meeting, MeetingPreview } from "../api/types";
import { Chat } from "../room/chat/Chat";
import type { Hand } from "../room/hands";
import type { Visit } from "../room/Visit";
import type { Link } from "../rtc/link";
import { OwnMedia } from "../rtc/OwnMedia";
import type { Person, Picture } from "../rtc/people";
import { Store } from "../rtc/store";

const NAMES = [
  "Amara Okafor",
  "Jonas Lindqvist",
  "Priya Nair",
  "David Osei",
  "Tomás Rivera",
  "Anna Ricci",
  "Bo Lund",
  "Chidi Eze",
  "Dana Levi",
  "Samira Haddad",
  "Emil Holm",
  "Ingrid Solberg",
  "Farah Aziz",
  "Kenji Mori",
  "Goran Ilic",
  "Leo Martins",
  "Hana Sato",
  "Ivo Petrov",
  "Nora Weiss",
  "Julia Roth",
  "Ben Adeyemi",
  "Karim Said",
  "Lena Vogt",
  "Maximiliane Schwarzenberger-Oppenheim",
];

/** A visit whose people are painted; as many as the address asks for. */
export function paintedVisit(wanted: URLSearchParams): Visit {
  const count = Number(wanted.get("people") ?? 5);
  const people = paintPeople(count, wanted.has("share"));
  const chat = paintedChat();
  const visit = {
    code: "k7dm-qwert-9xhp",
    participantId: "of-me",
    role: "host",
    isHost: true,
    media: new OwnMedia(),
    room: {
      state: new Store({ link: linkOf(wanted.get("link")), people, soundBlocked: wanted.has("blocked") }),
      screen: { state: new Store(null), stop: () => {} },
      startSound: async () => {},
      shareScreen: async () => false,
      volumeOf: () => 1,
      setVolume: () => {},
    },
    chat,
    meeting: new Store(paintedMeeting()),
    hands: new Store<readonly Hand[]>(count > 2 ? [{ participantId: "of-p2", raisedAt: "1" }] : []),
    leave: async () => {},
    end: async () => {},
    setHand: async () => {},
  };
  return visit as unknown as Visit;
}

function linkOf(wanted: string | null): Link {
  if (wanted === "dropped") return { state: "dropped", since: Date.now() - 4_000 };
  return wanted === "back" ? { state: "back", since: Date.now() } : { state: "in" };
}

function paintPeople(count: number, share: boolean): Person[] {
  const others = Array.from({ length: count - 1 }, (_, index) => paintPerson(index, share && index === 1));
  return [
    {
      ...paintPerson(count + 30, false),
      presenceId: "me",
      participantId: "of-me",
      name: "Mei-Lin Zhao",
      isSelf: true,
    },
    ...others,
  ];
}

function paintPerson(index: number, share: boolean): Person {
  const name = NAMES[index % NAMES.length]!;
  const cameraOn = index % 5 !== 4 && !(index > 4 && index % 3 === 0);
  return {
    presenceId: `p${index}`,
    participantId: `of-p${index}`,
    name,
    role: index === 0 ? "host" : "participant",
    isSelf: false,
    joinedAt: index,
    microphone: index === 0 || index === 3 ? "on" : index === 5 ? "none" : "muted",
    cameraOn,
    camera: cameraOn ? painting(index * 47, name) : null,
    screen: share ? painting(200, "Ground floor, option C") : null,
    speaking: index === 0,
    loudness: index === 0 ? 0.8 : 0,
    quality: index === 3 ? "weak" : "good",
    away: false,
  };
}

/** A moving picture of one colour. */
function painting(hue: number, words: string): Picture {
  return {
    attach: (element) => {
      const canvas = document.createElement("canvas");
      canvas.width = 640;
      canvas.height = 360;
      const context = canvas.getContext("2d")!;
      let turn = 0;
      const paint = () => {
        turn += 1;
        context.fillStyle = `oklch(0.62 0.07 ${hue})`;
        context.fillRect(0, 0, 640, 360);
        context.fillStyle = `oklch(0.82 0.06 ${hue + 40})`;
        context.beginPath();
        context.arc(320 + 8 * Math.sin(turn / 3), 150, 70, 0, 7);
        context.arc(320, 420, 160, 0, 7);
        context.fill();
        context.fillStyle = "#0008";
        context.font = "20px sans-serif";
        context.fillText(words, 20, 34);
      };
      paint();
      setInterval(paint, 200);
      (element as HTMLVideoElement).srcObject = canvas.captureStream(5);
      return element;
    },
    detach: (element) => {
      (element as HTMLVideoElement).srcObject = null;
      return element;
    },
  };
}

function paintedChat(): Chat {
  const lines: [string, string][] = [
    ["Jonas Lindqvist", "The plan for option C, as promised: https://example.org/plans/option-c."],
    ["Amara Okafor", "The reading room got 1.2 m wider. Is that the old stair?"],
    ["Jonas Lindqvist", "Yes, the stair moves behind the café."],
    ["Priya Nair", "From the café you would see the water. Worth a slide."],
    ["Mei-Lin Zhao", "Can we see the section?"],
  ];
  const service = {
    messages: async () => ({ items: [], nextCursor: null }),
    say: async () => {
      throw new Error("painted");
    },
  };
  const chat = new Chat("k7dm-qwert-9xhp", service);
  chat.take(
    lines.map(([senderName, text], index) => ({
      id: index + 1,
      participantId: senderName.startsWith("Mei") ? "of-me" : senderName,
      senderName,
      text,
      type: "text",
      createdAt: new Date(Date.now() - (lines.length - index) * 70_000).toISOString(),
      clientId: null,
    })),
  );
  return chat;
}

function paintedMeeting(): Meeting {
  return {
    id: "0",
    code: "k7dm-qwert-9xhp",
    title: "Harbour library, design review",
    description: null,
    joinUrl: "https://parley.example.org/m/k7dm-qwert-9xhp",
    isInstant: true,
    startsAt: null,
    endsAt: null,
    maxParticipants: 100,
    isLocked: false,
    guestsAllowed: true,
    recordingAllowed: true,
    transcriptionEnabled: false,
    status: "live",
    host: { id: "1", displayName: "Amara Okafor" },
    myRole: "host",
    participantsNow: 5,
    createdAt: new Date(Date.now() - 1_458_000).toISOString(),
    updatedAt: new Date().toISOString(),
    version: 0,
    endedAt: null,
  };
}

export function paintedPreview(count: number): MeetingPreview {
  return {
    code: "k7dm-qwert-9xhp",
    title: "Harbour library, design review",
    hostName: "Amara Okafor",
    startsAt: new Date(Date.now() - 1_458_000).toISOString(),
    endsAt: null,
    status: "live",
    isLocked: false,
    participantsNow: count,
    maxParticipants: 100,
    guestsAllowed: true,
    people: NAMES.slice(0, count).map((displayName) => ({ displayName })),
  };
}
