package parley.wire.rtcp;

import java.nio.ByteBuffer;

/** A view over one report block (RFC 3550 §6.4.1), reused from block to block. */
public final class ReportBlock {
  /** Bytes of a block. */
  public static final int SIZE = 24;

  private ByteBuffer buffer = ByteBuffer.allocate(SIZE);
  private int offset;

  void at(ByteBuffer bytes, int from) {
    buffer = bytes;
    offset = from;
  }

  /** The stream that is reported on. */
  public int ssrc() {
    return buffer.getInt(offset);
  }

  /** Lost since the last report, in 1/256. */
  public int fractionLost() {
    return buffer.get(offset + 4) & 0xFF;
  }

  /** Lost since the beginning, 24 bits with sign. */
  public int cumulativeLost() {
    return buffer.getInt(offset + 4) << 8 >> 8;
  }

  /** Highest sequence number with its cycles above, 32 bits. */
  public int highestSequenceNumber() {
    return buffer.getInt(offset + 8);
  }

  /** Interarrival jitter in timestamp units. */
  public int jitter() {
    return buffer.getInt(offset + 12);
  }

  /** The middle 32 bits of the NTP time of the last SR; 0 if none came. */
  public int lastSenderReport() {
    return buffer.getInt(offset + 16);
  }

  /** Since that SR, in 1/65536 s. */
  public int delaySinceLastSenderReport() {
    return buffer.getInt(offset + 20);
  }
}
