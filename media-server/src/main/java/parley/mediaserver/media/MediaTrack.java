package parley.mediaserver.media;

/** A published track. Room thread. */
public interface MediaTrack {
  String sid();

  /** While muted nothing of it is forwarded. */
  void muted(boolean muted);

  void unpublish();
}
