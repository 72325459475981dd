import { type LocalTrack, type LocalVideoTrack, Track, TrackEvent, type Room } from "livekit-client";
import { Store } from "./store";

/** Your shared screen. `motion` trades sharpness for smoothness. */
export interface OwnScreen {
  tracks: readonly LocalTrack[];
  /** What is shared, as the browser calls it: "monitor", "window" or "browser". */
  surface: string | null;
  motion: boolean;
  /** Null when nothing of the computer's sound is shared. */
  soundOn: boolean | null;
}

/** Your screen from choosing it until it stops, whoever stops it; it outlives a reconnect. */
export class ScreenShare {
  readonly state = new Store<OwnScreen | null>(null);

  /** Whether this browser can share a screen at all. */
  static possible(): boolean {
    return typeof navigator !== "undefined" && typeof navigator.mediaDevices?.getDisplayMedia === "function";
  }

  /** Asks what to share. Resolves false when the person changes their mind. */
  async start(room: Room): Promise<boolean> {
    let tracks: LocalTrack[];
    try {
      tracks = await room.localParticipant.createScreenTracks({
        audio: true,
        contentHint: "detail",
        selfBrowserSurface: "include",
        surfaceSwitching: "include",
        systemAudio: "include",
      });
    } catch (error) {
      if (error instanceof Error && error.name === "NotAllowedError") return false;
      throw error;
    }
    for (const track of tracks) track.on(TrackEvent.Ended, () => this.stop());
    const picture = tracks.find((track) => track.source === Track.Source.ScreenShare);
    this.state.set({
      tracks,
      surface: picture?.mediaStreamTrack.getSettings().displaySurface ?? null,
      motion: false,
      soundOn: tracks.length > 1 ? true : null,
    });
    return true;
  }

  stop(): void {
    const screen = this.state.get();
    this.state.set(null);
    for (const track of screen?.tracks ?? []) track.stop();
  }

  setMotion(motion: boolean): void {
    const screen = this.state.get();
    const picture = screen?.tracks.find((track) => track.source === Track.Source.ScreenShare);
    if (!screen || !picture) return;
    (picture as LocalVideoTrack).mediaStreamTrack.contentHint = motion ? "motion" : "detail";
    this.state.set({ ...screen, motion });
  }

  async setSound(on: boolean): Promise<void> {
    const screen = this.state.get();
    const sound = screen?.tracks.find((track) => track.source === Track.Source.ScreenShareAudio);
    if (!screen || !sound) return;
    await (on ? sound.unmute() : sound.mute());
    this.state.set({ ...screen, soundOn: on });
  }
}
