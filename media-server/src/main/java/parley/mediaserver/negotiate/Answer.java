package parley.mediaserver.negotiate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.sfu.RtpCodec;
import parley.sfu.RtpParameters;
import parley.wire.sdp.SessionDescription;

/**
 * An answer, and what it agreed on.
 *
 * @param description the answer
 * @param sections mid → what was agreed for it; only sections in use
 */
public record Answer(SessionDescription description, Map<String, Agreed> sections) {

  public Answer {
    sections = Map.copyOf(sections);
  }

  /**
   * One section's agreement.
   *
   * @param codecs without RTX, which stands with the codec it repairs
   * @param extensions URI → id
   * @param fromClient whether the client sends here
   */
  public record Agreed(
      List<RtpCodec> codecs, Map<String, Integer> extensions, boolean fromClient) {}

  /** What we may receive on this connection, over all sections. */
  public RtpParameters received() {
    Map<Integer, RtpCodec> codecs = new LinkedHashMap<>();
    Map<String, Integer> extensions = new LinkedHashMap<>();
    for (Agreed agreed : sections.values()) {
      if (agreed.fromClient()) {
        agreed.codecs().forEach(codec -> codecs.merge(codec.payloadType(), codec, Answer::richer));
        extensions.putAll(agreed.extensions());
      }
    }
    return new RtpParameters(new ArrayList<>(codecs.values()), extensions);
  }

  /** Sections of one bundle may differ in whether they repair: what any of them agreed on holds. */
  private static RtpCodec richer(RtpCodec one, RtpCodec other) {
    return other.rtxPayloadType() >= 0 ? other : one;
  }
}
