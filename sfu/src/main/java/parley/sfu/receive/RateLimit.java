package parley.sfu.receive;

/**
 * So much a second, and so much at once after a pause (a token bucket). Time that goes backwards
 * stands still: arrival times of several sockets and of a stalled server are not in order.
 */
public final class RateLimit {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private static final long FASTEST = 100_000_000;

  /** The longest time that a burst takes to fill up again. */
  private static final int LONGEST_SECONDS = 10;

  private final long perSecond;
  private final long full;
  private long credit;
  private long latest;
  private boolean begun;

  /**
   * A limit with nothing used up.
   *
   * @param perSecond that may go on for long; 1 to 100,000,000
   * @param burst that may come at once; at most ten times as much
   */
  public RateLimit(long perSecond, long burst) {
    if (perSecond < 1 || perSecond > FASTEST || burst < 1 || burst > LONGEST_SECONDS * perSecond) {
      throw new IllegalArgumentException(perSecond + " a second, " + burst + " at once");
    }
    this.perSecond = perSecond;
    this.full = burst * NANOS_PER_SECOND;
    this.credit = full;
  }

  /** Whether so much that came now may pass; then it is used up. */
  public boolean passes(long amount, long now) {
    refill(now);
    long cost = amount * NANOS_PER_SECOND;
    if (cost > credit) {
      return false;
    }
    credit -= cost;
    return true;
  }

  private void refill(long now) {
    long passed = begun ? now - latest : 0;
    if (!begun || passed > 0) {
      begun = true;
      latest = now;
      long longest = LONGEST_SECONDS * NANOS_PER_SECOND;
      credit = Math.min(full, credit + Math.min(passed, longest) * perSecond);
    }
  }
}
