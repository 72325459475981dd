package parley.sfu;

import java.util.Set;

/**
 * A codec as negotiated in one SDP section.
 *
 * @param mime such as {@code video/VP8}; compared without case
 * @param payloadType 0–127
 * @param rtxPayloadType of the retransmission stream (RFC 4588), −1 when not negotiated
 * @param clockRate ticks a second
 * @param fmtp format parameters as in SDP, empty when none
 * @param feedback what {@code a=rtcp-fb} agreed on: {@code nack}, {@code nack pli}, {@code ccm
 *     fir}, {@code transport-cc}…
 */
public record RtpCodec(
    String mime,
    int payloadType,
    int rtxPayloadType,
    int clockRate,
    String fmtp,
    Set<String> feedback) {
  public RtpCodec {
    feedback = Set.copyOf(feedback);
  }
}
