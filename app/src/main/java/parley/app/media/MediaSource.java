package parley.app.media;

/** Where a track comes from. */
public enum MediaSource {
  MICROPHONE,
  CAMERA,
  SCREEN_SHARE,
  SCREEN_SHARE_AUDIO,
  UNKNOWN
}
