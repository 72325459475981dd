package parley.mediaserver.room;

import parley.mediaserver.TrackSource;

/** Our track sources and the protocol's. */
final class Sources {
  private Sources() {}

  static TrackSource of(livekit.LivekitModels.TrackSource source) {
    return switch (source) {
      case CAMERA -> TrackSource.CAMERA;
      case MICROPHONE -> TrackSource.MICROPHONE;
      case SCREEN_SHARE -> TrackSource.SCREEN_SHARE;
      case SCREEN_SHARE_AUDIO -> TrackSource.SCREEN_SHARE_AUDIO;
      default -> TrackSource.UNKNOWN;
    };
  }

  static livekit.LivekitModels.TrackSource wire(TrackSource source) {
    return switch (source) {
      case CAMERA -> livekit.LivekitModels.TrackSource.CAMERA;
      case MICROPHONE -> livekit.LivekitModels.TrackSource.MICROPHONE;
      case SCREEN_SHARE -> livekit.LivekitModels.TrackSource.SCREEN_SHARE;
      case SCREEN_SHARE_AUDIO -> livekit.LivekitModels.TrackSource.SCREEN_SHARE_AUDIO;
      case UNKNOWN -> livekit.LivekitModels.TrackSource.UNKNOWN;
    };
  }
}
