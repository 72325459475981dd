package parley.sfu;

/**
 * Says when the next time has come, at a steady pace; times that were missed are not made up for.
 */
final class Cadence {
  private final long interval;
  private boolean begun;
  private long next;

  Cadence(long intervalNanos) {
    interval = intervalNanos;
  }

  /** Whether it is time; the first time is one interval after the first question. */
  boolean due(long now) {
    if (!begun) {
      begun = true;
      next = now + interval;
    }
    if (now - next < 0) {
      return false;
    }
    next += interval;
    if (now - next >= 0) {
      next = now + interval;
    }
    return true;
  }
}
