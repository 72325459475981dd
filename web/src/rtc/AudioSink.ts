import { type RemoteAudioTrack, type RemoteTrack, Track } from "livekit-client";
import type { Volumes } from "./Volumes";

interface Sound {
  participantId: string;
  element: HTMLAudioElement;
}

/** Plays everybody's sound: one `<audio>` per track, outside of the visible page, as loud as you want each person. */
export class AudioSink {
  private readonly holder: HTMLElement;
  private readonly volumes: Volumes;
  private readonly sounds = new Map<RemoteAudioTrack, Sound>();

  constructor(volumes: Volumes) {
    this.volumes = volumes;
    this.holder = document.createElement("div");
    this.holder.hidden = true;
    this.holder.dataset.sounds = "";
    document.body.append(this.holder);
  }

  add(track: RemoteTrack, participantId: string): void {
    if (!isSound(track) || this.sounds.has(track)) return;
    // An element of our own: LiveKit hands a used one on, with the volume of whoever it played before.
    const element = document.createElement("audio");
    element.dataset.soundOf = participantId;
    this.sounds.set(track, { participantId, element });
    track.setVolume(this.volumes.of(participantId));
    track.attach(element);
    this.holder.append(element);
  }

  /** LiveKit has detached the track before it tells of its end, so the element is remembered here. */
  remove(track: RemoteTrack): void {
    if (!isSound(track)) return;
    track.detach();
    this.sounds.get(track)?.element.remove();
    this.sounds.delete(track);
  }

  /** How loud you hear all that a person sends, from 0 to 1, now and whenever they come back. */
  setVolume(participantId: string, volume: number): void {
    this.volumes.set(participantId, volume);
    for (const [track, sound] of this.sounds)
      if (sound.participantId === participantId) track.setVolume(volume);
  }

  close(): void {
    this.holder.remove();
  }
}

function isSound(track: RemoteTrack): track is RemoteAudioTrack {
  return track.kind === Track.Kind.Audio;
}
