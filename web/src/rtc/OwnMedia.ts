import {
  createLocalAudioTrack,
  createLocalTracks,
  createLocalVideoTrack,
  LocalAudioTrack,
  LocalVideoTrack,
  TrackEvent,
  VideoPresets,
  type LocalTrack,
} from "livekit-client";
import { rememberChoices, rememberedChoices } from "./choices";
import { listDevices, NO_DEVICES, type DeviceList } from "./deviceList";
import { devicesOf, isGone, plainLabel, type DeviceKind, type DeviceMove } from "./deviceMove";
import { devicesReachable, deviceTrouble, troubleAfterLoss, type DeviceTrouble } from "./deviceTrouble";
import { Store } from "./store";

/** One of your own devices: whether you want it on, and what came of it. */
export interface OwnDevice<T extends LocalTrack> {
  wanted: boolean;
  /** The track once the browser gave one; it stays while switched off. */
  track: T | null;
  /** Really sending or ready to: wanted, there, and not muted. */
  on: boolean;
  starting: boolean;
  trouble: DeviceTrouble | null;
  /** The browser's id of the device in use, or of the one chosen. */
  deviceId: string | null;
}

/** Your own microphone and camera. Never changed in place. */
export interface OwnMediaState {
  microphone: OwnDevice<LocalAudioTrack>;
  camera: OwnDevice<LocalVideoTrack>;
  speakerId: string | null;
  devices: DeviceList;
}

type Kind = Exclude<DeviceKind, "speaker">;

/** Your microphone and camera, from the pre-join page until you leave: the same tracks are shown, then published. */
export class OwnMedia {
  readonly state: Store<OwnMediaState>;
  /** How often somebody else has switched your microphone off. */
  readonly mutedByOthers = new Store(0);
  /** Where another device took over, the newest last; choosing one of that kind is the answer to it. */
  readonly moves = new Store<readonly DeviceMove[]>([]);
  /** What was called so when it was pulled out, until another has taken its place. */
  private readonly lost = new Map<Kind, string>();
  /** What each device was called while it was there, by its id. */
  private readonly labels = new Map<string, string>();
  private closed = false;

  constructor() {
    const chosen = rememberedChoices();
    this.state = new Store<OwnMediaState>({
      microphone: offDevice(chosen.microphoneOn, chosen.microphoneId),
      camera: offDevice(chosen.cameraOn, chosen.cameraId),
      speakerId: chosen.speakerId,
      devices: NO_DEVICES,
    });
  }

  /** Starts what was on the last time; both in one question to the person. */
  async start(): Promise<void> {
    this.closed = false;
    navigator.mediaDevices?.addEventListener?.("devicechange", this.refreshDevices);
    const { microphone, camera } = this.state.get();
    if (microphone.wanted && camera.wanted) await this.acquireBoth();
    else if (microphone.wanted) await this.acquire("microphone");
    else if (camera.wanted) await this.acquire("camera");
    await this.refreshDevices();
  }

  /** Given back: the next attempt needs new ones. */
  get isClosed(): boolean {
    return this.closed;
  }

  /** Switches the microphone on or off; starts it first if need be. */
  setMicrophone(on: boolean, remember = true): Promise<void> {
    return this.switch("microphone", on, remember);
  }

  /** Switches the camera on or off; off also turns its light off. */
  setCamera(on: boolean, remember = true): Promise<void> {
    return this.switch("camera", on, remember);
  }

  async chooseMicrophone(deviceId: string): Promise<void> {
    rememberChoices({ microphoneId: deviceId });
    await this.choose("microphone", deviceId);
  }

  async chooseCamera(deviceId: string): Promise<void> {
    rememberChoices({ cameraId: deviceId });
    await this.choose("camera", deviceId);
  }

  chooseSpeaker(deviceId: string): void {
    rememberChoices({ speakerId: deviceId });
    this.answered("speaker");
    this.state.set({ ...this.state.get(), speakerId: deviceId });
  }

  /** Gives both devices back, without changing what is remembered; either can be switched on later. */
  listenOnly(): void {
    for (const kind of ["microphone", "camera"] as const) {
      this.state.get()[kind].track?.stop();
      this.change(kind, { wanted: false, track: null, on: false, starting: false, trouble: null });
    }
  }

  /** Gives the devices back. */
  close(): void {
    this.closed = true;
    navigator.mediaDevices?.removeEventListener?.("devicechange", this.refreshDevices);
    const { microphone, camera } = this.state.get();
    microphone.track?.stop();
    camera.track?.stop();
    this.change("microphone", { track: null, on: false });
    this.change("camera", { track: null, on: false });
  }

  private async switch(kind: Kind, on: boolean, remember: boolean): Promise<void> {
    if (remember) rememberChoices(kind === "microphone" ? { microphoneOn: on } : { cameraOn: on });
    this.change(kind, { wanted: on });
    const { track } = this.state.get()[kind];
    if (!track) {
      if (on) await this.acquire(kind);
      return;
    }
    try {
      if (on) await this.open(kind, track);
      else await track.mute();
      this.change(kind, { trouble: null });
    } catch (error) {
      this.change(kind, { trouble: deviceTrouble(error) });
    }
    this.read(kind);
  }

  /** Unmutes; a device that has to be asked for again and is gone gives way to another. */
  private async open(kind: Kind, track: LocalTrack): Promise<void> {
    this.change(kind, { starting: true });
    try {
      const { deviceId } = this.state.get()[kind];
      const asksAgain = kind === "camera" || track.mediaStreamTrack.readyState === "ended";
      if (deviceId && asksAgain && track.isMuted) await track.setDeviceId({ ideal: deviceId });
      await track.unmute();
    } finally {
      this.change(kind, { starting: false });
    }
  }

  private async choose(kind: Kind, deviceId: string): Promise<void> {
    this.change(kind, { deviceId });
    this.answered(kind);
    const { track } = this.state.get()[kind];
    try {
      if (track) await track.setDeviceId({ ideal: deviceId });
      else await this.switch(kind, true, true);
      this.change(kind, { trouble: null });
    } catch (error) {
      this.change(kind, { trouble: deviceTrouble(error) });
    }
    this.read(kind);
  }

  private async acquireBoth(): Promise<void> {
    if (!devicesReachable()) return this.acquireEach();
    this.change("microphone", { starting: true, trouble: null });
    this.change("camera", { starting: true, trouble: null });
    try {
      const tracks = await createLocalTracks({ audio: this.audioOptions(), video: this.videoOptions() });
      for (const track of tracks)
        this.adopt(track instanceof LocalAudioTrack ? "microphone" : "camera", track);
    } catch {
      await this.acquireEach();
    }
  }

  /** One missing or blocked device must not cost the other. */
  private async acquireEach(): Promise<void> {
    await this.acquire("microphone");
    await this.acquire("camera");
  }

  private async acquire(kind: Kind): Promise<void> {
    if (!devicesReachable()) {
      this.change(kind, { starting: false, trouble: "insecure" });
      return;
    }
    this.change(kind, { starting: true, trouble: null });
    try {
      this.adopt(kind, await this.create(kind));
    } catch (error) {
      this.change(kind, { starting: false, trouble: deviceTrouble(error) });
    }
    await this.refreshDevices();
  }

  private create(kind: Kind): Promise<LocalTrack> {
    return kind === "microphone"
      ? createLocalAudioTrack(this.audioOptions())
      : createLocalVideoTrack(this.videoOptions());
  }

  private audioOptions() {
    const { deviceId } = this.state.get().microphone;
    return {
      ...(deviceId ? { deviceId: { ideal: deviceId } } : {}),
      echoCancellation: true,
      noiseSuppression: true,
    };
  }

  private videoOptions() {
    const { deviceId } = this.state.get().camera;
    return {
      ...(deviceId ? { deviceId: { ideal: deviceId } } : {}),
      resolution: VideoPresets.h720.resolution,
    };
  }

  private adopt(kind: Kind, track: LocalTrack): void {
    // Whoever switched off while the browser was still asking meant it.
    if (this.closed || !this.state.get()[kind].wanted) {
      track.stop();
      this.change(kind, { starting: false });
      return;
    }
    for (const event of [TrackEvent.Unmuted, TrackEvent.Restarted] as const) {
      track.on(event, () => this.started(kind));
    }
    track.on(TrackEvent.Ended, () => void this.ended(kind, track));
    track.on(TrackEvent.Muted, () => this.muted(kind, track));
    this.change(kind, { track: track as LocalAudioTrack & LocalVideoTrack, starting: false, trouble: null });
    this.started(kind);
  }

  private muted(kind: Kind, track: LocalTrack): void {
    const unasked = this.state.get()[kind].wanted;
    this.read(kind);
    if (!unasked) return;
    if (this.lost.has(kind)) void this.takeAnother(kind, track);
    else if (kind === "microphone") this.mutedByOthers.set(this.mutedByOthers.get() + 1);
  }

  /** The device was pulled out. LiveKit restarts a track that it sends, and mutes it where that fails. */
  private async ended(kind: Kind, track: LocalTrack): Promise<void> {
    this.lost.set(kind, track.mediaStreamTrack.label);
    if (!track.isMuted && !track.sender) await track.mute();
  }

  private async takeAnother(kind: Kind, track: LocalTrack): Promise<void> {
    this.change(kind, { wanted: true });
    try {
      await this.open(kind, track);
    } catch (error) {
      this.lost.delete(kind);
      this.change(kind, { wanted: false, trouble: troubleAfterLoss(error) });
    }
  }

  /** A device gives sound or pictures; says so when it is another than was chosen, because that one is gone. */
  private started(kind: Kind): void {
    const { deviceId: expected, track } = this.state.get()[kind];
    const lost = this.lost.get(kind);
    this.lost.delete(kind);
    this.read(kind);
    const used = this.state.get()[kind].deviceId;
    const to = track?.mediaStreamTrack.label ?? "";
    if (lost !== undefined) this.moved(kind, lost, to);
    else if (expected && used && expected !== used) void this.movedIfGone(kind, expected, to);
  }

  private async movedIfGone(kind: Kind, expected: string, to: string): Promise<void> {
    if (isGone(kind, expected, await listDevices())) this.moved(kind, this.labels.get(expected) ?? "", to);
  }

  private moved(kind: DeviceKind, from: string, to: string): void {
    if (from !== "" && plainLabel(from) === plainLabel(to)) return;
    const move = { kind, from: plainLabel(from) || null, to: plainLabel(to) || null };
    this.moves.set([...this.moves.get().filter((other) => other.kind !== kind), move]);
  }

  private answered(kind: DeviceKind): void {
    const others = this.moves.get().filter((move) => move.kind !== kind);
    if (others.length < this.moves.get().length) this.moves.set(others);
  }

  /** Brings the state in line with the track, which others may have muted. */
  private read(kind: Kind): void {
    const { track } = this.state.get()[kind];
    if (!track) return;
    const deviceId = track.mediaStreamTrack.getSettings().deviceId ?? this.state.get()[kind].deviceId;
    this.change(kind, { on: !track.isMuted, wanted: !track.isMuted, deviceId });
  }

  private change(kind: Kind, changes: Partial<OwnDevice<LocalAudioTrack & LocalVideoTrack>>): void {
    const state = this.state.get();
    const device: object = state[kind];
    const changed = Object.entries(changes).some(([key, value]) => device[key as keyof object] !== value);
    if (changed) this.state.set({ ...state, [kind]: { ...device, ...changes } });
  }

  private readonly refreshDevices = async (): Promise<void> => {
    const devices = await listDevices();
    if (this.closed) return;
    const { devices: before, speakerId } = this.state.get();
    this.state.set({ ...this.state.get(), devices });
    for (const { id, label } of Object.values(devices).flat()) this.labels.set(id, label);
    for (const kind of ["microphone", "camera"] as const) this.forgiveIfThere(kind, before);
    if (speakerId && isGone("speaker", speakerId, devices)) this.loseSpeaker(speakerId);
  };

  /** "None was found" is no longer true once one has been plugged in. */
  private forgiveIfThere(kind: Kind, before: DeviceList): void {
    const { [kind]: device, devices } = this.state.get();
    const none = device.trouble === "missing" || device.trouble === "unplugged";
    if (none && devicesOf(kind, devices).length > devicesOf(kind, before).length)
      this.change(kind, { trouble: null });
  }

  /** Sound goes where the system sends it; what was chosen stays remembered for the next time. */
  private loseSpeaker(speakerId: string): void {
    const { devices } = this.state.get();
    const to = devices.speakers.find((device) => device.id === "default") ?? devices.speakers[0];
    this.state.set({ ...this.state.get(), speakerId: null });
    this.moved("speaker", this.labels.get(speakerId) ?? "", to?.label ?? "");
  }
}

function offDevice<T extends LocalTrack>(wanted: boolean, deviceId: string | null): OwnDevice<T> {
  return { wanted, track: null, on: false, starting: false, trouble: null, deviceId };
}
