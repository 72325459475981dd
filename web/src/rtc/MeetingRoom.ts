import {
  DisconnectReason,
  type Participant,
  Room,
  RoomEvent,
  setLogLevel,
  type RemoteTrack,
} from "livekit-client";
import { AudioSink } from "./AudioSink";
import { nextLink, type Link, type LinkEvent, type Outside } from "./link";
import type { OwnMedia } from "./OwnMedia";
import { awayPeople, keepUnchanged, participantIdOf, readPerson, type Person } from "./people";
import { Publisher } from "./Publisher";
import { retryDelay } from "./retryDelay";
import { roomOptions } from "./roomOptions";
import { ScreenShare } from "./ScreenShare";
import { Store } from "./store";
import { Volumes } from "./Volumes";

/** What the server gives to whom it admits: where the media is and the access token. */
export interface Admission {
  url: string;
  token: string;
}

/** The server says no for good; trying again is of no use. */
export class NotAdmitted extends Error {
  readonly why: Outside;

  constructor(why: Outside) {
    super(`not admitted: ${why}`);
    this.why = why;
  }
}

/** Everything the page shows about the Room. Never changed in place. */
export interface RoomState {
  link: Link;
  people: readonly Person[];
  /** The browser plays no sound until someone clicks. */
  soundBlocked: boolean;
}

/** How long people who have not come back after a break keep their tiles, in milliseconds. */
const KEEPS_TILES = 6_000;
const LINK_TICK = 500;
/** People are read at most this often, in milliseconds. */
const REFRESH_EVERY = 60;
/** The engine's event; the library does not export its name. */
const SIGNAL_RESUMED = "signalResumed" as Parameters<Room["engine"]["once"]>[0];

/** What LiveKit and Chromium call the system's choice; an empty id asks for it in every browser. */
const SYSTEM_SPEAKER = "default";

/** Everything after which the people are read again. */
const CHANGES = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantActive,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.ParticipantAttributesChanged,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.AudioPlaybackStatusChanged,
] as const;

/** Replaced in tests. */
export interface RoomParts {
  newRoom: () => Room;
  now: () => number;
  random: () => number;
}

/**
 * Your place in a meeting's Room, over every break: a short one is bridged by LiveKit's resume; after any other a fresh
 * join under the same presence takes over, with the same tracks, and people keep their tiles meanwhile.
 */
export class MeetingRoom {
  readonly state: Store<RoomState>;
  readonly screen = new ScreenShare();
  private readonly media: OwnMedia;
  private readonly readmit: () => Promise<Admission>;
  private readonly parts: RoomParts;
  private readonly volumes: Volumes;
  private readonly sink: AudioSink;
  private readonly stopWatching: () => void;
  private readonly ticking: ReturnType<typeof setInterval>;
  private room: Room | null = null;
  private publisher: Publisher | null = null;
  private comingBack = false;
  private beforeBreak: readonly Person[] = [];
  private keepTilesUntil = 0;
  private refreshing = false;
  private refreshedAt = -Infinity;

  /**
   * @param readmit joins again under the same presence; rejects with NotAdmitted when the server refuses
   * @param volumes how loud you hear each person
   */
  constructor(
    media: OwnMedia,
    readmit: () => Promise<Admission>,
    volumes: Volumes,
    parts: Partial<RoomParts> = {},
  ) {
    setLogLevel(import.meta.env.DEV ? "warn" : "silent");
    this.media = media;
    this.readmit = readmit;
    this.volumes = volumes;
    this.sink = new AudioSink(volumes);
    this.parts = {
      newRoom: () => new Room(roomOptions()),
      now: () => Date.now(),
      random: Math.random,
      ...parts,
    };
    const link: Link = { state: "joining", since: this.parts.now() };
    this.state = new Store<RoomState>({ link, people: [], soundBlocked: false });
    this.stopWatching = media.state.watch(this.onMediaChange);
    this.ticking = setInterval(this.tick, LINK_TICK);
  }

  /** Connects for the first time. Rejects when the media server cannot be reached; not when you left meanwhile. */
  async join(admission: Admission): Promise<void> {
    try {
      await this.connect(admission);
    } catch (error) {
      if (this.state.get().link.state === "outside") return;
      this.close("left");
      throw error;
    }
  }

  /** Leaves; the devices are given back. */
  leave(): void {
    this.close("left");
  }

  /** The server has closed the door: somebody removed you, or the meeting is over. */
  putOutside(why: Outside): void {
    this.close(why);
  }

  /** Lets the browser play sound; call it from a click. */
  async startSound(): Promise<void> {
    await this.room?.startAudio();
  }

  /** Asks what to share and shares it. Resolves false when the person changes their mind. */
  async shareScreen(): Promise<boolean> {
    return this.room ? this.screen.start(this.room) : false;
  }

  /** How loud you hear a person, from 0 to 1. */
  volumeOf(participantId: string): number {
    return this.volumes.of(participantId);
  }

  /** Sets how loud you hear a person, from 0 to 1, on every device of theirs and over every reconnect. */
  setVolume(participantId: string, volume: number): void {
    this.sink.setVolume(participantId, volume);
  }

  private async connect(admission: Admission): Promise<void> {
    const room = this.parts.newRoom();
    this.drop();
    this.room = room;
    this.listen(room);
    const connecting = room.connect(admission.url, admission.token, {
      websocketTimeout: 12_000,
      peerConnectionTimeout: 15_000,
    });
    this.publisher = new Publisher(room, this.media, this.screen);
    await connecting;
    if (room !== this.room) return;
    this.applySpeaker();
    this.connectedAgain();
  }

  private listen(room: Room): void {
    const current = <A extends unknown[]>(handle: (...args: A) => void) => {
      return (...args: A) => void (room === this.room && handle(...args));
    };
    for (const event of CHANGES) room.on(event, current(this.refreshSoon));
    room.on(
      RoomEvent.TrackSubscribed,
      current((track: RemoteTrack, _publication: unknown, participant: Participant) =>
        this.sink.add(track, participantIdOf(participant)),
      ),
    );
    room.on(RoomEvent.TrackUnsubscribed, (track: RemoteTrack) => this.sink.remove(track));
    room.on(
      RoomEvent.SignalReconnecting,
      current(() => this.signalLost(room)),
    );
    room.on(RoomEvent.Reconnected, current(this.connectedAgain));
    room.on(
      RoomEvent.Reconnecting,
      current(() => void this.comeBack()),
    );
    room.on(
      RoomEvent.Disconnected,
      current((reason?: DisconnectReason) => this.onDisconnected(reason)),
    );
  }

  private signalLost(room: Room): void {
    this.advance({ type: "dropped", now: this.parts.now() });
    // LiveKit reports a resume only after two seconds of settling; the media has never stopped.
    room.engine?.once(SIGNAL_RESUMED, () => room === this.room && this.connectedAgain());
  }

  private readonly connectedAgain = (): void => {
    this.advance({ type: "connected", now: this.parts.now() });
    this.refresh();
  };

  private onDisconnected(reason?: DisconnectReason): void {
    const why = finalReason(reason);
    if (why) this.close(why);
    else if (this.state.get().link.state !== "joining") void this.comeBack();
  }

  private async comeBack(): Promise<void> {
    this.advance({ type: "dropped", now: this.parts.now() });
    if (this.comingBack) return;
    this.comingBack = true;
    this.beforeBreak = this.state.get().people;
    this.drop();
    try {
      while (this.state.get().link.state === "dropped") await this.tryToComeBack();
    } finally {
      this.comingBack = false;
    }
  }

  private async tryToComeBack(): Promise<void> {
    try {
      const admission = await this.readmit();
      if (this.state.get().link.state !== "dropped") return;
      this.keepTilesUntil = this.parts.now() + KEEPS_TILES;
      await this.connect(admission);
    } catch (error) {
      if (error instanceof NotAdmitted) this.close(error.why);
      else await this.pause();
    }
  }

  private async pause(): Promise<void> {
    const { link } = this.state.get();
    if (link.state !== "dropped") return;
    const delay = retryDelay(this.parts.now() - link.since, this.parts.random());
    if (delay === null) this.close("lost");
    else await new Promise((resolve) => setTimeout(resolve, delay));
  }

  private readonly tick = (): void => {
    this.advance({ type: "tick", now: this.parts.now() });
    if (this.keepTilesUntil > 0 && this.parts.now() > this.keepTilesUntil) {
      this.keepTilesUntil = 0;
      this.refresh();
    }
  };

  private advance(event: LinkEvent): void {
    const state = this.state.get();
    const link = nextLink(state.link, event);
    if (link.state === "outside" && state.link.state !== "outside") this.release();
    this.state.set(link === state.link ? state : { ...state, link });
  }

  private close(why: Outside): void {
    this.advance({ type: "outside", why });
  }

  private release(): void {
    clearInterval(this.ticking);
    this.stopWatching();
    this.screen.stop();
    this.drop();
    this.sink.close();
    this.media.close();
  }

  /** Lets go of the present Room without giving up the tracks. */
  private drop(): void {
    const { room } = this;
    this.room = null;
    this.publisher?.close();
    this.publisher = null;
    void room?.disconnect(false).catch(() => undefined);
  }

  private readonly onMediaChange = (): void => {
    this.applySpeaker();
    this.refreshSoon();
  };

  /** Without a choice, and after the chosen one is gone, sound goes where the system sends it. */
  private applySpeaker(): void {
    const { speakerId } = this.media.state.get();
    const used = this.room?.getActiveDevice("audiooutput") || SYSTEM_SPEAKER;
    if (!this.room || (speakerId ?? SYSTEM_SPEAKER) === used) return;
    void this.room.switchActiveDevice("audiooutput", speakerId ?? "").catch(() => undefined);
  }

  /** Many events come at once, the more so on a busy machine; the people are read once for all of them. */
  private readonly refreshSoon = (): void => {
    if (this.refreshing) return;
    this.refreshing = true;
    const wait = Math.max(0, this.refreshedAt + REFRESH_EVERY - this.parts.now());
    setTimeout(() => {
      this.refreshing = false;
      this.refreshedAt = this.parts.now();
      this.refresh();
    }, wait);
  };

  private refresh(): void {
    const { room } = this;
    const state = this.state.get();
    if (state.link.state === "outside") return;
    // While the link is down people stay as they were last seen; only your own picture is live.
    const still = !room || state.link.state === "dropped";
    const people = keepUnchanged(state.people, still ? this.frozen(state.people) : this.present(room));
    const soundBlocked = room !== null && !room.canPlaybackAudio;
    if (people !== state.people || soundBlocked !== state.soundBlocked)
      this.state.set({ ...state, people, soundBlocked });
  }

  private frozen(people: readonly Person[]): Person[] {
    return people.map((person) => (person.isSelf ? this.withOwnMedia(person) : person));
  }

  private present(room: Room): Person[] {
    const others = [...room.remoteParticipants.values()].map(readPerson);
    const self = room.localParticipant.identity ? [this.withOwnMedia(readPerson(room.localParticipant))] : [];
    const away = this.keepTilesUntil > 0 ? awayPeople(this.beforeBreak, others) : [];
    return [...self, ...others, ...away];
  }

  /** Your own tile shows the camera itself, before and beside what is published. */
  private withOwnMedia(self: Person): Person {
    const { microphone, camera } = this.media.state.get();
    return {
      ...self,
      microphone: microphone.track ? (microphone.on ? "on" : "muted") : "none",
      cameraOn: camera.on,
      camera: camera.on ? camera.track : null,
    };
  }
}

/** The reasons after which nobody should knock again by themselves. */
function finalReason(reason: DisconnectReason | undefined): Outside | null {
  switch (reason) {
    case DisconnectReason.PARTICIPANT_REMOVED:
      return "removed";
    case DisconnectReason.ROOM_DELETED:
    case DisconnectReason.ROOM_CLOSED:
      return "ended";
    case DisconnectReason.DUPLICATE_IDENTITY:
      return "elsewhere";
    default:
      return null;
  }
}
