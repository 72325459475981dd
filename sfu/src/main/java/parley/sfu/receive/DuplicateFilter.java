package parley.sfu.receive;

import java.util.Arrays;

/**
 * Remembers which of the last packets came, so that a retransmission and its late original pass
 * only once.
 */
final class DuplicateFilter {
  /** How many numbers back it remembers. */
  static final int WINDOW = 2048;

  private final long[] seen = new long[WINDOW / 64];
  private long highest = -1;

  /** Forgets everything. */
  void reset() {
    highest = -1;
    Arrays.fill(seen, 0);
  }

  /** Whether the number lies before the window. */
  boolean tooOld(long sequenceNumber) {
    return highest >= 0 && sequenceNumber <= highest - WINDOW;
  }

  /** Notes the number, which is not too old; false if it was noted before. */
  boolean add(long sequenceNumber) {
    for (long next = Math.max(highest + 1, sequenceNumber - WINDOW + 1);
        next <= sequenceNumber;
        next++) {
      seen[word(next)] &= ~bit(next);
    }
    highest = Math.max(highest, sequenceNumber);
    boolean fresh = (seen[word(sequenceNumber)] & bit(sequenceNumber)) == 0;
    seen[word(sequenceNumber)] |= bit(sequenceNumber);
    return fresh;
  }

  private static int word(long sequenceNumber) {
    return (int) (sequenceNumber & WINDOW - 1) >> 6;
  }

  private static long bit(long sequenceNumber) {
    return 1L << sequenceNumber;
  }
}
