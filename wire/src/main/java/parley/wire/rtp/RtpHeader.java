package parley.wire.rtp;

import java.nio.ByteBuffer;

/** Writes RTP headers (RFC 3550 §5.1), whole or a field at a time, at absolute offsets. */
public final class RtpHeader {
  private RtpHeader() {}

  /** Writes the 12 fixed bytes: version 2, no padding, no CSRC. */
  public static void write(
      ByteBuffer b, int offset, int markerAndType, int sequenceNumber, int timestamp, int ssrc) {
    b.put(offset, (byte) 0x80);
    b.put(offset + 1, (byte) markerAndType);
    b.putShort(offset + 2, (short) sequenceNumber);
    b.putInt(offset + 4, timestamp);
    b.putInt(offset + 8, ssrc);
  }

  /** The second byte of the header. */
  public static int markerAndType(boolean marker, int payloadType) {
    return marker ? payloadType | 0x80 : payloadType;
  }

  public static void setExtensionBit(ByteBuffer b, int offset) {
    b.put(offset, (byte) (b.get(offset) | 0x10));
  }

  public static void clearPaddingBit(ByteBuffer b, int offset) {
    b.put(offset, (byte) (b.get(offset) & ~0x20));
  }

  /** Keeps the marker. */
  public static void setPayloadType(ByteBuffer b, int offset, int payloadType) {
    b.put(offset + 1, (byte) (b.get(offset + 1) & 0x80 | payloadType));
  }

  public static void setSequenceNumber(ByteBuffer b, int offset, int sequenceNumber) {
    b.putShort(offset + 2, (short) sequenceNumber);
  }

  public static void setTimestamp(ByteBuffer b, int offset, int timestamp) {
    b.putInt(offset + 4, timestamp);
  }

  public static void setSsrc(ByteBuffer b, int offset, int ssrc) {
    b.putInt(offset + 8, ssrc);
  }
}
