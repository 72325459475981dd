package parley.wire.rtcp;

import java.nio.ByteBuffer;

/**
 * What {@link RtcpReader} finds in a compound, in its order. Values are as on the wire unless said
 * otherwise.
 */
public interface RtcpListener {
  /**
   * RFC 3550 §6.4.1.
   *
   * @param ntp seconds since 1900 as 32.32 fixed point
   */
  default void senderReport(int ssrc, long ntp, int rtpTimestamp, int packets, int octets) {}

  /** One report block of an SR or RR (RFC 3550 §6.4.1). */
  default void reportBlock(int reporter, ReportBlock block) {}

  /** An SR or RR came, with or without blocks. */
  default void report(int reporter) {}

  /**
   * One entry of a generic NACK (RFC 4585 §6.2.1).
   *
   * @param packetId the first lost packet
   * @param following bit i set: packet {@code packetId + i + 1} is lost too
   */
  default void nack(int mediaSsrc, int packetId, int following) {}

  /** RFC 4585 §6.3.1. */
  default void pictureLoss(int mediaSsrc) {}

  /** One entry of a FIR (RFC 5104 §4.3.1). */
  default void fullIntraRequest(int ssrc, int commandNumber) {}

  /** draft-alvestrand-rmcat-remb-03. */
  default void receiverEstimate(long bitsPerSecond) {}

  /** Transport-wide congestion control feedback: the whole RTCP packet, for {@link TwccReader}. */
  default void transportFeedback(ByteBuffer bytes, int offset, int length) {}

  /** RFC 3550 §6.6. */
  default void bye(int ssrc) {}
}
