package parley.wire.rtp;

/**
 * Unwraps 16-bit sequence numbers to {@code long} (RFC 3550 A.1 in spirit): each is taken to be the
 * one nearest to the highest seen. The first is taken as it is, plus one cycle, so that earlier
 * ones stay positive.
 */
public final class ExtendedSequenceNumber {
  private static final long UNSET = -1;

  private long highest = UNSET;

  /** The extended form of {@code sequenceNumber}; becomes the highest if it is. */
  public long extend(int sequenceNumber) {
    long extended = peek(sequenceNumber);
    highest = Math.max(highest, extended);
    return extended;
  }

  /** The extended form, without taking note of it. */
  public long peek(int sequenceNumber) {
    if (highest == UNSET) {
      return (sequenceNumber & 0xFFFF) + 0x10000L;
    }
    return highest + (short) (sequenceNumber - (int) highest);
  }

  /** The highest so far; −1 before the first. */
  public long highest() {
    return highest;
  }

  /** Forgets everything. */
  public void reset() {
    highest = UNSET;
  }
}
