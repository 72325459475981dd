package parley.mediaserver.media;

import parley.sfu.CloseReason;
import parley.sfu.Quality;
import parley.sfu.packet.Layer;

/** What happens to a participant's media; tracks are named by sid. Room thread. */
public interface MediaLegListener {
  /** Media can flow. */
  void connected();

  /** The transport ended by itself. */
  void closed(CloseReason reason);

  /** First packet of a track. */
  void trackLive(String trackSid);

  /** The stream of a layer became known. */
  void layerSeen(String trackSid, Layer layer, int ssrc);

  /** More of a track comes than may, by this limit; what is too much ends here. */
  void tooMuch(String trackSid, long bitsPerSecond);

  /** How well it goes, when that changed. */
  void quality(Quality quality, float score);
}
