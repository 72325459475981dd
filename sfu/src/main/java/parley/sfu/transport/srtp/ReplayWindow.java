package parley.sfu.transport.srtp;

/** Which of the latest 1,024 packet indexes were seen (RFC 3711 §3.3.2). Starts empty. */
final class ReplayWindow {
  static final int SIZE = 1024;
  private static final int WORDS = SIZE / 64;

  private final long[] seen = new long[WORDS];
  private long highest = -1;

  /** Whether the index is new and not too old. */
  boolean admits(long index) {
    if (index > highest) {
      return true;
    }
    return index >= 0 && highest - index < SIZE && (seen[word(index)] & bit(index)) == 0;
  }

  /** Whether the index was added and is not too old. */
  boolean holds(long index) {
    return index >= 0
        && index <= highest
        && highest - index < SIZE
        && (seen[word(index)] & bit(index)) != 0;
  }

  /** Remembers an index that was admitted and is authentic. */
  void add(long index) {
    if (index > highest) {
      forget(index);
      highest = index;
    }
    seen[word(index)] |= bit(index);
  }

  private void forget(long newest) {
    if (newest - highest >= SIZE) {
      java.util.Arrays.fill(seen, 0);
      return;
    }
    for (long index = highest + 1; index <= newest; index++) {
      seen[word(index)] &= ~bit(index);
    }
  }

  private static int word(long index) {
    return (int) (index >>> 6) & (WORDS - 1);
  }

  private static long bit(long index) {
    return 1L << (index & 63);
  }
}
