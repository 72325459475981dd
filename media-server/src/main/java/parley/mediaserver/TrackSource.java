package parley.mediaserver;

/** Where a track comes from, as its publisher says. */
public enum TrackSource {
  UNKNOWN,
  CAMERA,
  MICROPHONE,
  SCREEN_SHARE,
  SCREEN_SHARE_AUDIO
}
