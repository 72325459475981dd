import { VideoPreset, VideoPresets, type RoomOptions, type TrackPublishDefaults } from "livekit-client";
import { resumeDelay } from "./retryDelay";

/**
 * What a camera sends: three VP8 encodings of 720p, each with a limit of its own. Without limits browsers fill the gap
 * between estimate and picture with padding for as long as they run.
 */
export const CAMERA: TrackPublishDefaults = {
  videoCodec: "vp8",
  backupCodec: false,
  simulcast: true,
  videoEncoding: { maxBitrate: 1_200_000, maxFramerate: 30 },
  videoSimulcastLayers: [new VideoPreset(320, 180, 120_000, 15), new VideoPreset(640, 360, 350_000, 24)],
  degradationPreference: "balanced",
};

/** A screen: sharp first, two encodings. */
export const SCREEN: TrackPublishDefaults = {
  videoCodec: "vp8",
  backupCodec: false,
  simulcast: true,
  screenShareEncoding: { maxBitrate: 2_500_000, maxFramerate: 15 },
  screenShareSimulcastLayers: [new VideoPreset(960, 540, 500_000, 8)],
};

/** A voice: Opus with silence left out. */
export const MICROPHONE: TrackPublishDefaults = {
  audioPreset: { maxBitrate: 32_000 },
  dtx: true,
  red: false,
};

/** The settings of every Room this page opens. Tracks outlive a Room, so that a fresh join can carry them over. */
export function roomOptions(): RoomOptions {
  return {
    adaptiveStream: true,
    dynacast: true,
    stopLocalTrackOnUnpublish: false,
    disconnectOnPageLeave: true,
    videoCaptureDefaults: { resolution: VideoPresets.h720.resolution },
    publishDefaults: { ...CAMERA, ...MICROPHONE },
    reconnectPolicy: { nextRetryDelayInMs: ({ elapsedMs }) => resumeDelay(elapsedMs, Math.random()) },
  };
}
