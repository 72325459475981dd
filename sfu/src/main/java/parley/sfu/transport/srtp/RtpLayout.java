package parley.sfu.transport.srtp;

import java.nio.ByteBuffer;

/** As much of an RTP header as encryption needs (RFC 3550 §5.1, §5.3.1). */
final class RtpLayout {
  private static final int FIXED = 12;

  private RtpLayout() {}

  /**
   * Bytes of the header with CSRCs and extension, all of which stay clear; −1 if this is no RTP.
   */
  static int headerLength(ByteBuffer bytes, int offset, int length) {
    if (length < FIXED || (bytes.get(offset) & 0xC0) != 0x80) {
      return -1;
    }
    int first = bytes.get(offset);
    int header = FIXED + 4 * (first & 0x0F);
    if ((first & 0x10) != 0) {
      if (header + 4 > length) {
        return -1;
      }
      header += 4 + 4 * (bytes.getShort(offset + header + 2) & 0xFFFF);
    }
    return header <= length ? header : -1;
  }
}
