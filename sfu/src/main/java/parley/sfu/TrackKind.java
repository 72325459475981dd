package parley.sfu;

/** What a track carries. */
public enum TrackKind {
  AUDIO,
  VIDEO
}
