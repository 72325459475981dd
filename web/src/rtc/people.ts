import {
  ConnectionQuality,
  Track,
  type Participant,
  type RemoteTrackPublication,
  type TrackPublication,
} from "livekit-client";

/** Something moving that can be shown in a `<video>`. */
export interface Picture {
  attach(element: HTMLMediaElement): unknown;
  detach(element: HTMLMediaElement): unknown;
}

export type Quality = "good" | "weak" | "lost";

/** One presence in the Room, as the stage shows it. Never changed in place. */
export interface Person {
  /** One tab or device: the identity on the media side. */
  presenceId: string;
  /** The person, kept over reloads and devices. */
  participantId: string;
  name: string;
  role: string;
  isSelf: boolean;
  /** Milliseconds since the epoch. */
  joinedAt: number;
  microphone: "on" | "muted" | "none";
  cameraOn: boolean;
  /** The camera's picture once it has arrived. */
  camera: Picture | null;
  screen: Picture | null;
  speaking: boolean;
  /** From 0 to 1; 0 when not speaking. */
  loudness: number;
  quality: Quality;
  /** Was here before a break and has not come back yet. */
  away: boolean;
}

/** Names the attributes Parley puts into an access token. */
const PARTICIPANT_ATTRIBUTE = "parley.participant";
const ROLE_ATTRIBUTE = "parley.role";

/** Reads a person off a LiveKit participant. */
export function readPerson(participant: Participant): Person {
  const microphone = participant.getTrackPublication(Track.Source.Microphone);
  const camera = participant.getTrackPublication(Track.Source.Camera);
  return {
    presenceId: participant.identity,
    participantId: participantIdOf(participant),
    name: participant.name || "Guest",
    role: participant.attributes[ROLE_ATTRIBUTE] ?? "participant",
    isSelf: participant.isLocal,
    joinedAt: participant.joinedAt?.getTime() ?? 0,
    microphone: !microphone ? "none" : microphone.isMuted ? "muted" : "on",
    cameraOn: camera !== undefined && !camera.isMuted,
    camera: pictureOf(camera),
    screen: pictureOf(participant.getTrackPublication(Track.Source.ScreenShare)),
    speaking: participant.isSpeaking,
    loudness: participant.isSpeaking ? participant.audioLevel : 0,
    quality: readQuality(participant.connectionQuality),
    away: false,
  };
}

/** The person behind a LiveKit participant, who is one tab or device of theirs. */
export function participantIdOf(participant: Participant): string {
  return participant.attributes[PARTICIPANT_ATTRIBUTE] ?? participant.identity;
}

function pictureOf(publication: TrackPublication | undefined): Picture | null {
  if (!publication || publication.isMuted) return null;
  return (publication as RemoteTrackPublication).videoTrack ?? null;
}

function readQuality(quality: ConnectionQuality): Quality {
  if (quality === ConnectionQuality.Poor) return "weak";
  return quality === ConnectionQuality.Lost ? "lost" : "good";
}

/** Keeps the records that did not change, so that only changed tiles are drawn again. */
export function keepUnchanged(before: readonly Person[], now: readonly Person[]): readonly Person[] {
  const known = new Map(before.map((person) => [person.presenceId, person]));
  const people = now.map((person) => {
    const old = known.get(person.presenceId);
    return old && same(old, person) ? old : person;
  });
  const unchanged =
    people.length === before.length && people.every((person, index) => person === before[index]);
  return unchanged ? before : people;
}

function same(a: Person, b: Person): boolean {
  return (Object.keys(a) as (keyof Person)[]).every((key) => Object.is(a[key], b[key]));
}

/** Those who were here before a break and are not back: shown still, for a while. */
export function awayPeople(before: readonly Person[], now: readonly Person[]): Person[] {
  const here = new Set(now.flatMap((person) => [person.presenceId, person.participantId]));
  return before
    .filter((person) => !person.isSelf && !here.has(person.presenceId) && !here.has(person.participantId))
    .map((person) => ({ ...person, away: true, speaking: false, loudness: 0, screen: null }));
}
