package parley.mediaserver.signal;

import java.util.function.LongSupplier;

/** A bucket that refills: how much one session may say in a while. Not safe for threads. */
final class FloodGate {
  private static final long NANOS = 1_000_000_000L;

  private final long capacity;
  private final long perSecond;
  private final LongSupplier clock;
  private long left;
  private long refilledAt;

  /** Holds {@code capacity} and regains {@code perSecond}. */
  FloodGate(long capacity, long perSecond, LongSupplier clock) {
    this.capacity = capacity;
    this.perSecond = perSecond;
    this.clock = clock;
    this.left = capacity;
    this.refilledAt = clock.getAsLong();
  }

  /** Takes this much; false when there is not enough left. */
  boolean pass(long amount) {
    refill();
    if (amount > left) {
      return false;
    }
    left -= amount;
    return true;
  }

  /** Whether it holds all it can. */
  boolean full() {
    refill();
    return left == capacity;
  }

  private void refill() {
    long now = clock.getAsLong();
    long elapsed = Math.min(now - refilledAt, 3600 * NANOS);
    long regained = elapsed / 1000 * perSecond / 1_000_000;
    if (regained > 0) {
      left = Math.min(capacity, left + regained);
      refilledAt = now;
    }
  }
}
