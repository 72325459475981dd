package parley.wire.rtp;

import java.nio.ByteBuffer;

/**
 * The abs-send-time extension: 24 bits, seconds as 6.18 fixed point (draft-alvestrand-rmcat-remb-03
 * §5).
 */
public final class AbsSendTime {
  /** Bytes of the element. */
  public static final int SIZE = 3;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private AbsSendTime() {}

  /** The 24-bit value of a moment on any clock; it wraps every 64 s. */
  public static int of(long nanos) {
    long seconds = Math.floorDiv(nanos, NANOS_PER_SECOND);
    long fraction = (Math.floorMod(nanos, NANOS_PER_SECOND) << 18) / NANOS_PER_SECOND;
    return (int) (((seconds & 0x3F) << 18) + fraction);
  }

  public static void write(ByteBuffer b, int dataOffset, int value) {
    b.put(dataOffset, (byte) (value >> 16));
    b.putShort(dataOffset + 1, (short) value);
  }
}
