import { Track, type RemoteTrack } from "livekit-client";

/** Plays everybody's sound: one unmuted `<audio>` per track, outside of the visible page. */
export class AudioSink {
  private readonly holder: HTMLElement;

  constructor() {
    this.holder = document.createElement("div");
    this.holder.hidden = true;
    this.holder.dataset.sounds = "";
    document.body.append(this.holder);
  }

  add(track: RemoteTrack, presenceId: string): void {
    if (track.kind !== Track.Kind.Audio) return;
    const element = track.attach();
    element.dataset.soundOf = presenceId;
    this.holder.append(element);
  }

  remove(track: RemoteTrack): void {
    if (track.kind !== Track.Kind.Audio) return;
    for (const element of track.detach()) element.remove();
  }

  close(): void {
    this.holder.remove();
  }
}
