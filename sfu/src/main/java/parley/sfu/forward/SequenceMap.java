package parley.sfu.forward;

import java.util.Arrays;

/**
 * Numbers of one incoming stream → numbers of the outgoing one, without holes where packets are
 * left out on purpose. Late packets find the number that was kept for them.
 */
final class SequenceMap {
  /** A number that the outgoing stream has no place for. */
  static final long NONE = -1;

  private static final int RANGES = 64;

  // From starts[i] on, outgoing = incoming − offsets[i]; the newest range at [newest].
  private final long[] starts = new long[RANGES];
  private final long[] offsets = new long[RANGES];
  private int newest;
  private long highest = NONE;

  /** Begins: this incoming number is that outgoing one. */
  void begin(long incoming, long outgoing) {
    Arrays.fill(starts, Long.MAX_VALUE);
    newest = 0;
    starts[0] = incoming;
    offsets[0] = incoming - outgoing;
    highest = incoming;
  }

  /**
   * Leaves out this incoming number, the highest so far: all later ones move up. Returns the
   * outgoing number of the next; those before it are taken or kept for late ones.
   */
  long skip(long incoming) {
    long offset = offsets[newest] + 1;
    newest = newest + 1 & RANGES - 1;
    starts[newest] = incoming + 1;
    offsets[newest] = offset;
    highest = incoming;
    return incoming + 1 - offset;
  }

  /** The outgoing number, {@link #NONE} for one before the beginning or too long ago. */
  long map(long incoming) {
    highest = Math.max(highest, incoming);
    for (int i = 0; i < RANGES; i++) {
      int range = newest - i & RANGES - 1;
      if (incoming >= starts[range]) {
        return incoming - offsets[range];
      }
      if (starts[range] == Long.MAX_VALUE) {
        return NONE;
      }
    }
    return NONE;
  }

  /** The highest incoming number so far. */
  long highest() {
    return highest;
  }
}
