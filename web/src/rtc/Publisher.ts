import { type LocalTrack, type Room, Track, type TrackPublishOptions } from "livekit-client";
import type { OwnMedia } from "./OwnMedia";
import { CAMERA, MICROPHONE, SCREEN } from "./roomOptions";
import type { ScreenShare } from "./ScreenShare";

/**
 * Brings one Room in line with what you want to send: publishes tracks as they come and takes them back as they go.
 * May start before the Room is connected; LiveKit then sends them along as soon as it can.
 */
export class Publisher {
  private readonly room: Room;
  private readonly media: OwnMedia;
  private readonly screen: ScreenShare;
  private readonly published = new Set<LocalTrack>();
  private readonly stops: (() => void)[];

  constructor(room: Room, media: OwnMedia, screen: ScreenShare) {
    this.room = room;
    this.media = media;
    this.screen = screen;
    this.stops = [media.state.watch(this.bringInLine), screen.state.watch(this.bringInLine)];
    this.bringInLine();
  }

  close(): void {
    for (const stop of this.stops) stop();
  }

  private readonly bringInLine = (): void => {
    const wanted = this.wanted();
    for (const track of wanted) if (!this.published.has(track)) void this.publish(track);
    for (const track of this.published) if (!wanted.has(track)) this.unpublish(track);
  };

  /** A muted microphone is published, so that it opens at once; a camera only when it has been on. */
  private wanted(): Set<LocalTrack> {
    const { microphone, camera } = this.media.state.get();
    const wanted = new Set<LocalTrack>(this.screen.state.get()?.tracks ?? []);
    if (microphone.track) wanted.add(microphone.track);
    if (camera.track && (camera.on || this.published.has(camera.track))) wanted.add(camera.track);
    return wanted;
  }

  private async publish(track: LocalTrack): Promise<void> {
    this.published.add(track);
    try {
      await this.room.localParticipant.publishTrack(track, optionsFor(track));
    } catch {
      // The Room is gone or refuses; a new Room gets a new Publisher, and a later change tries again here.
      this.published.delete(track);
    }
  }

  private unpublish(track: LocalTrack): void {
    this.published.delete(track);
    void this.room.localParticipant.unpublishTrack(track, false).catch(() => undefined);
  }
}

function optionsFor(track: LocalTrack): TrackPublishOptions {
  switch (track.source) {
    case Track.Source.Camera:
      return CAMERA;
    case Track.Source.ScreenShare:
      return SCREEN;
    case Track.Source.ScreenShareAudio:
      return { ...MICROPHONE, audioPreset: { maxBitrate: 96_000 }, dtx: false };
    default:
      return MICROPHONE;
  }
}
