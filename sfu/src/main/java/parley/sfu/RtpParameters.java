package parley.sfu;

import java.util.List;
import java.util.Map;

/**
 * What the SDP of one connection agreed on for what we receive, over all its sections (payload
 * types and extension ids are unique within a bundle).
 *
 * @param extensions header extension URI → id (RFC 8285)
 */
public record RtpParameters(List<RtpCodec> codecs, Map<String, Integer> extensions) {
  public RtpParameters {
    codecs = List.copyOf(codecs);
    extensions = Map.copyOf(extensions);
  }
}
