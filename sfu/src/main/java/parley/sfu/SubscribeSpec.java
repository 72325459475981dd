package parley.sfu;

import java.util.List;
import java.util.Map;

/**
 * How a track is sent to one receiver, as the SDP section agreed.
 *
 * @param mid of the section
 * @param ssrc ours for this track and receiver, as in the SDP; never 0
 * @param rtxSsrc of its retransmission stream, 0 when RTX was not negotiated
 * @param codecs what the section may carry; the published codec is looked up here
 * @param extensions header extension URI → id agreed for this section
 */
public record SubscribeSpec(
    String mid, int ssrc, int rtxSsrc, List<RtpCodec> codecs, Map<String, Integer> extensions) {
  public SubscribeSpec {
    codecs = List.copyOf(codecs);
    extensions = Map.copyOf(extensions);
  }
}
