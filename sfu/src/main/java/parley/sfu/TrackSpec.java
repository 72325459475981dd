package parley.sfu;

import java.util.List;

/**
 * A track that a participant publishes.
 *
 * @param sid its id, unique in the room
 * @param mid of the SDP section that sends it
 * @param screen whether it shows a screen, and no camera
 * @param encodings one, or one for each simulcast RID; layers are told by RID name (q, h, f), not
 *     by order
 */
public record TrackSpec(
    String sid, TrackKind kind, boolean screen, String mid, List<EncodingSpec> encodings) {
  public TrackSpec {
    encodings = List.copyOf(encodings);
  }

  /** A microphone or a camera. */
  public TrackSpec(String sid, TrackKind kind, String mid, List<EncodingSpec> encodings) {
    this(sid, kind, false, mid, encodings);
  }
}
