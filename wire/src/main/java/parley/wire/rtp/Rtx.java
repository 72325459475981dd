package parley.wire.rtp;

import java.nio.ByteBuffer;

/**
 * The retransmission payload format (RFC 4588 §4): the original sequence number, then the original
 * payload.
 */
public final class Rtx {
  /** Bytes of the original sequence number in front of the payload. */
  public static final int HEADER = 2;

  private Rtx() {}

  /** True when there is an original packet inside; padding sent to probe the path has none. */
  public static boolean carriesOriginal(RtpPacket rtx) {
    return rtx.payloadLength() >= HEADER;
  }

  public static int originalSequenceNumber(RtpPacket rtx) {
    return rtx.buffer().getShort(rtx.payloadOffset()) & 0xFFFF;
  }

  /**
   * Turns the RTX packet into the original one in place: the header moves two bytes up, over the
   * original sequence number; padding is cut off. The view is wrapped around the result, which
   * starts {@link #HEADER} bytes later.
   *
   * @return false when there is no original inside
   */
  public static boolean unwrap(RtpPacket rtx, int ssrc, int payloadType) {
    if (!carriesOriginal(rtx)) {
      return false;
    }
    ByteBuffer b = rtx.buffer();
    int original = originalSequenceNumber(rtx);
    int offset = rtx.offset();
    int headerLength = rtx.payloadOffset() - offset;
    int length = rtx.length() - rtx.paddingLength() - HEADER;
    for (int i = headerLength - 1; i >= 0; i--) {
      b.put(offset + HEADER + i, b.get(offset + i));
    }
    int moved = offset + HEADER;
    RtpHeader.clearPaddingBit(b, moved);
    RtpHeader.setPayloadType(b, moved, payloadType);
    RtpHeader.setSequenceNumber(b, moved, original);
    RtpHeader.setSsrc(b, moved, ssrc);
    return rtx.wrap(b, moved, length);
  }

  /**
   * Writes the original sequence number where the payload would start; the payload goes behind it.
   */
  public static int writeOriginal(ByteBuffer b, int payloadOffset, int originalSequenceNumber) {
    b.putShort(payloadOffset, (short) originalSequenceNumber);
    return payloadOffset + HEADER;
  }
}
