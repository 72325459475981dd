package parley.sfu;

import parley.sfu.packet.Layer;

/** What happens to one participant's media, on the room's thread. */
public interface ParticipantListener {
  /** ICE and DTLS are done: media can flow. Called once. */
  default void connected() {}

  /**
   * Nothing was heard from it for some seconds.
   *
   * @param nanos since the last sign of life
   */
  default void silent(long nanos) {}

  /** It is heard again after {@link #silent}. */
  default void alive() {}

  /** The transport ended by itself; the participant stays until it is removed. */
  default void closed(CloseReason reason) {}

  /** First packet of a published track. */
  default void trackLive(PublishedTrack track) {}

  /** The stream of one encoding became known. */
  default void layerSeen(PublishedTrack track, Layer layer, int ssrc) {}

  /**
   * It sends more than it may: what is too much of the track is not passed on. Told now and then
   * while it goes on.
   *
   * @param bitsPerSecond the limit of all its tracks of that kind together
   */
  default void tooMuch(PublishedTrack track, long bitsPerSecond) {}

  /** A layer of a published track began to flow, or has stopped. */
  default void layersChanged(PublishedTrack track) {}

  /**
   * Checked every 5 s, told when it changed.
   *
   * @param score mean opinion score, 1 to 4.5
   */
  default void quality(Quality quality, float score) {}
}
