package parley.sfu;

import java.util.List;
import parley.sfu.packet.Layer;

/**
 * A track that a participant publishes.
 *
 * @param sid its id, unique in the room
 * @param mid of the SDP section that sends it
 * @param screen whether it shows a screen, and no camera
 * @param encodings one, or one for each simulcast RID, at most one for each layer; layers are told
 *     by RID name (q, h, f), not by order, and other names rise over the layers not named
 */
public record TrackSpec(
    String sid, TrackKind kind, boolean screen, String mid, List<EncodingSpec> encodings) {
  public TrackSpec {
    encodings = List.copyOf(encodings);
    if (encodings.size() > Layer.values().length) {
      throw new IllegalArgumentException("more encodings than layers: " + encodings.size());
    }
  }

  /** A microphone or a camera. */
  public TrackSpec(String sid, TrackKind kind, String mid, List<EncodingSpec> encodings) {
    this(sid, kind, false, mid, encodings);
  }
}
