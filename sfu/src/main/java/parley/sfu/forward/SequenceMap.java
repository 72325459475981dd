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

  // From starts[i] on, outgoing = incoming − offsets[i]; newest at (newest & mask).
  private final long[] starts = new long[RANGES];
  private final long[] offsets = new long[RANGES];
  private int newest;
  private long highestOut = NONE;

  /** Begins with this incoming number right behind what went out before. */
  void anchor(long incoming, long firstOut) {
    Arrays.fill(starts, Long.MAX_VALUE);
    newest = 0;
    starts[0] = incoming;
    offsets[0] = incoming - (highestOut == NONE ? firstOut : highestOut + 1);
  }

  /** Leaves out the newest incoming number: all later ones move up. */
  void skip(long incoming) {
    long offset = offsets[newest] + 1;
    newest = newest + 1 & RANGES - 1;
    starts[newest] = incoming + 1;
    offsets[newest] = offset;
  }

  /** The outgoing number, {@link #NONE} for one before the anchor or too long ago. */
  long map(long incoming) {
    for (int i = 0; i < RANGES; i++) {
      int range = newest - i & RANGES - 1;
      if (incoming >= starts[range]) {
        return use(incoming - offsets[range]);
      }
      if (starts[range] == Long.MAX_VALUE) {
        return NONE;
      }
    }
    return NONE;
  }

  private long use(long outgoing) {
    highestOut = Math.max(highestOut, outgoing);
    return outgoing;
  }

  /** The highest number that went out; {@link #NONE} before the first. */
  long highestOut() {
    return highestOut;
  }
}
