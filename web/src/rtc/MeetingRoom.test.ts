import { DisconnectReason, RoomEvent, Track, type Room } from "livekit-client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MeetingRoom, NotAdmitted, type Admission } from "./MeetingRoom";
import type { OwnMedia, OwnMediaState } from "./OwnMedia";
import { Store } from "./store";
import { Volumes } from "./Volumes";

type Handler = (...args: unknown[]) => void;

/** A Room that does what the test says. */
class FakeRoom {
  readonly handlers = new Map<string, Handler[]>();
  readonly remoteParticipants = new Map<string, object>();
  readonly localParticipant = person("me", true);
  readonly engine = { once: (event: string, handler: Handler) => this.on(`engine.${event}`, handler) };
  canPlaybackAudio = true;
  connected: Admission | null = null;
  disconnected = false;
  reachable = true;

  on(event: string, handler: Handler) {
    this.handlers.set(event, [...(this.handlers.get(event) ?? []), handler]);
    return this;
  }

  tell(event: string, ...args: unknown[]) {
    for (const handler of this.handlers.get(event) ?? []) handler(...args);
  }

  async connect(url: string, token: string) {
    if (!this.reachable) throw new Error("no media server");
    this.connected = { url, token };
  }

  async disconnect() {
    this.disconnected = true;
  }

  getActiveDevice() {
    return undefined;
  }
}

function person(identity: string, isLocal = false) {
  return {
    identity,
    name: identity,
    isLocal,
    attributes: { "parley.participant": `of-${identity}` },
    getTrackPublication: () => undefined,
    isSpeaking: false,
    audioLevel: 0,
    publishTrack: async () => undefined,
    unpublishTrack: async () => undefined,
  };
}

function silentMedia() {
  const off = { wanted: false, track: null, on: false, starting: false, trouble: null, deviceId: null };
  const state = new Store<OwnMediaState>({
    microphone: off,
    camera: off,
    speakerId: null,
    devices: { microphones: [], cameras: [], speakers: [] },
  });
  const media = { state, closed: false, close: () => void (media.closed = true) };
  return media;
}

const admission = (token: string): Admission => ({ url: "ws://parley", token });

/** Somebody's sound as LiveKit hands it over: detached from its elements before it tells that it ended. */
class FakeSound {
  readonly kind = Track.Kind.Audio;
  private volume = 1;
  private elements: HTMLMediaElement[] = [];

  setVolume(volume: number) {
    this.volume = volume;
    for (const element of this.elements) element.volume = volume;
  }

  attach(element: HTMLMediaElement = document.createElement("audio")) {
    this.elements.push(element);
    element.volume = this.volume;
    return element;
  }

  detach() {
    return this.elements.splice(0);
  }
}

/** What is played now, each with its volume. */
const playing = () =>
  [...document.querySelectorAll<HTMLAudioElement>("[data-sounds] audio")].map(({ volume }) => volume);

function setUp(volumes = new Volumes("k7dm-qwert-9xhp", null)) {
  const rooms: FakeRoom[] = [];
  const media = silentMedia();
  const server = { up: true, asked: 0, refusal: null as Error | null, mediaUp: true };
  const readmit = async () => {
    server.asked += 1;
    if (server.refusal) throw server.refusal;
    if (!server.up) throw new Error("unreachable");
    return admission(`again-${server.asked}`);
  };
  const newRoom = () => {
    const room = new FakeRoom();
    room.reachable = server.mediaUp;
    rooms.push(room);
    return room as unknown as Room;
  };
  const room = new MeetingRoom(media as unknown as OwnMedia, readmit, volumes, {
    newRoom,
    now: Date.now,
    random: () => 0.5,
  });
  const names = () =>
    room.state.get().people.map((one) => (one.away ? `(${one.presenceId})` : one.presenceId));
  const startsSound = (at: number, who: string) => {
    const sound = new FakeSound();
    rooms[at]!.tell(RoomEvent.TrackSubscribed, sound, {}, person(who));
    return sound;
  };
  const endsSound = (at: number, sound: FakeSound) => {
    sound.detach();
    rooms[at]!.tell(RoomEvent.TrackUnsubscribed, sound);
  };
  return {
    room,
    rooms,
    media,
    server,
    names,
    link: () => room.state.get().link,
    startsSound,
    endsSound,
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("MeetingRoom", () => {
  it("joins and shows who is there", async () => {
    const { room, rooms, names, link } = setUp();
    await room.join(admission("first"));
    rooms[0]!.remoteParticipants.set("ben", person("ben"));
    rooms[0]!.tell(RoomEvent.ParticipantConnected);
    await vi.advanceTimersByTimeAsync(60);
    expect(rooms[0]!.connected?.token).toBe("first");
    expect(link()).toEqual({ state: "in" });
    expect(names()).toEqual(["me", "ben"]);
  });

  it("reads the people once for a burst of events", async () => {
    const { room, rooms } = setUp();
    await room.join(admission("first"));
    const ben = person("ben");
    rooms[0]!.remoteParticipants.set("ben", ben);
    let drawn = 0;
    room.state.watch(() => (drawn += 1));
    for (let event = 0; event < 200; event++) {
      ben.audioLevel = event / 200;
      ben.isSpeaking = true;
      rooms[0]!.tell(RoomEvent.ActiveSpeakersChanged);
      await Promise.resolve();
    }
    await vi.advanceTimersByTimeAsync(60);
    expect(drawn).toBe(1);
  });

  it("tells the caller when the media server cannot be reached, and gives the devices back", async () => {
    const { room, server, media } = setUp();
    server.mediaUp = false;
    await expect(room.join(admission("first"))).rejects.toThrow("no media server");
    expect(media.closed).toBe(true);
  });

  it("takes leaving while it connects for leaving", async () => {
    const { room, server, link } = setUp();
    server.mediaUp = false;
    const joining = room.join(admission("first"));
    room.leave();
    await joining;
    expect(link()).toEqual({ state: "outside", why: "left" });
  });

  it("bridges a lost signal by resuming, without joining again", async () => {
    const { room, rooms, server, link } = setUp();
    await room.join(admission("first"));
    rooms[0]!.tell(RoomEvent.SignalReconnecting);
    expect(link().state).toBe("dropped");
    rooms[0]!.tell("engine.signalResumed");
    expect(link()).toEqual({ state: "in" });
    expect(server.asked).toBe(0);
  });

  it("joins afresh once LiveKit would restart, and keeps the tiles of those who are still coming back", async () => {
    const { room, rooms, names, link } = setUp();
    await room.join(admission("first"));
    rooms[0]!.remoteParticipants.set("ben", person("ben")).set("fatou", person("fatou"));
    rooms[0]!.tell(RoomEvent.ParticipantConnected);
    await vi.advanceTimersByTimeAsync(60);
    rooms[0]!.tell(RoomEvent.Reconnecting);
    await vi.advanceTimersByTimeAsync(60);
    expect(rooms[0]!.disconnected).toBe(true);
    expect(rooms[1]!.connected?.token).toBe("again-1");
    expect(link()).toEqual({ state: "in" });
    rooms[1]!.remoteParticipants.set("ben", person("ben"));
    rooms[1]!.tell(RoomEvent.ParticipantConnected);
    await vi.advanceTimersByTimeAsync(60);
    expect(names()).toEqual(["me", "ben", "(fatou)"]);
    await vi.advanceTimersByTimeAsync(7_000);
    expect(names()).toEqual(["me", "ben"]);
  });

  it("knocks every 0.65 s while the server is down, and is back as soon as it is up", async () => {
    const { room, rooms, server, link } = setUp();
    await room.join(admission("first"));
    server.up = false;
    rooms[0]!.tell(RoomEvent.Disconnected, DisconnectReason.SIGNAL_CLOSE);
    await vi.advanceTimersByTimeAsync(6_400);
    expect(server.asked).toBe(10);
    expect(link().state).toBe("dropped");
    server.up = true;
    await vi.advanceTimersByTimeAsync(650);
    expect(link().state).toBe("back");
    await vi.advanceTimersByTimeAsync(2_600);
    expect(link().state).toBe("in");
  });

  it("goes on when the media server is up later than the rest", async () => {
    const { room, rooms, server, link } = setUp();
    await room.join(admission("first"));
    server.mediaUp = false;
    rooms[0]!.tell(RoomEvent.Reconnecting);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(link().state).toBe("dropped");
    server.mediaUp = true;
    await vi.advanceTimersByTimeAsync(700);
    expect(link().state).toBe("in");
  });

  it("is outside after a minute, with the devices given back", async () => {
    const { room, rooms, server, link, media } = setUp();
    await room.join(admission("first"));
    server.up = false;
    rooms[0]!.tell(RoomEvent.Disconnected, undefined);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(link()).toEqual({ state: "outside", why: "lost" });
    expect(media.closed).toBe(true);
    const asked = server.asked;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.asked).toBe(asked);
  });

  it.each([
    [DisconnectReason.PARTICIPANT_REMOVED, "removed"],
    [DisconnectReason.ROOM_DELETED, "ended"],
    [DisconnectReason.DUPLICATE_IDENTITY, "elsewhere"],
  ])("does not knock again after reason %i", async (reason, why) => {
    const { room, rooms, server, link } = setUp();
    await room.join(admission("first"));
    rooms[0]!.tell(RoomEvent.Disconnected, reason);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(link()).toEqual({ state: "outside", why });
    expect(server.asked).toBe(0);
  });

  it("takes the server's no for an answer", async () => {
    const { room, rooms, server, link } = setUp();
    await room.join(admission("first"));
    server.refusal = new NotAdmitted("ended");
    rooms[0]!.tell(RoomEvent.Reconnecting);
    await vi.advanceTimersByTimeAsync(60);
    expect(link()).toEqual({ state: "outside", why: "ended" });
  });

  it("ignores a Room it has let go of", async () => {
    const { room, rooms, link } = setUp();
    await room.join(admission("first"));
    rooms[0]!.tell(RoomEvent.Reconnecting);
    await vi.advanceTimersByTimeAsync(60);
    rooms[0]!.tell(RoomEvent.Disconnected, DisconnectReason.PARTICIPANT_REMOVED);
    expect(link()).toEqual({ state: "in" });
  });

  it("leaves", async () => {
    const { room, rooms, link, media } = setUp();
    await room.join(admission("first"));
    room.leave();
    expect(link()).toEqual({ state: "outside", why: "left" });
    expect(rooms[0]!.disconnected).toBe(true);
    expect(media.closed).toBe(true);
  });

  it("plays nobody any more once their sound has ended", async () => {
    const { room, startsSound, endsSound } = setUp();
    await room.join(admission("first"));
    const ben = startsSound(0, "ben");
    startsSound(0, "fatou");
    expect(playing()).toEqual([1, 1]);
    endsSound(0, ben);
    expect(playing()).toEqual([1]);
    room.leave();
    expect(playing()).toEqual([]);
  });

  it("keeps somebody as quiet as you made them: over a fresh join, their rejoin, and on their other devices", async () => {
    const { room, rooms, startsSound, endsSound } = setUp();
    await room.join(admission("first"));
    const ben = startsSound(0, "ben");
    room.setVolume("of-ben", 0);
    expect(playing()).toEqual([0]);
    rooms[0]!.tell(RoomEvent.Reconnecting);
    endsSound(0, ben);
    await vi.advanceTimersByTimeAsync(60);
    const again = startsSound(1, "ben");
    startsSound(1, "fatou");
    expect(playing()).toEqual([0, 1]);
    endsSound(1, again);
    startsSound(1, "ben");
    expect(playing()).toEqual([1, 0]);
    room.setVolume("of-ben", 0.4);
    expect(playing()).toEqual([1, 0.4]);
    expect(room.volumeOf("of-ben")).toBe(0.4);
    room.leave();
  });

  it("keeps the volumes of a meeting in this tab over a reload, and none of another meeting", async () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const before = setUp(new Volumes("k7dm-qwert-9xhp", storage));
    before.room.setVolume("of-ben", 0.2);
    before.room.leave();
    const { room, startsSound } = setUp(new Volumes("k7dm-qwert-9xhp", storage));
    await room.join(admission("first"));
    startsSound(0, "ben");
    expect(playing()).toEqual([0.2]);
    room.leave();
    expect(new Volumes("other-meeting-1", storage).of("of-ben")).toBe(1);
    kept.set("parley.volumes.k7dm-qwert-9xhp", '{"of-ben":7,"of-fatou":"x","of-jo":0}');
    const damaged = new Volumes("k7dm-qwert-9xhp", storage);
    expect(["of-ben", "of-fatou", "of-jo"].map((who) => damaged.of(who))).toEqual([1, 1, 0]);
  });
});
