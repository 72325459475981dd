package parley.sfu.packet;

/**
 * How far a participant's wall clock, as its sender reports tell it, lies from our room clock. One
 * for all its streams, so that sound and picture keep together. The one-way delay is part of it;
 * the report with the least delay wins.
 */
public final class SenderClock {
  private static final long JUMP = 2_000_000_000L;

  private boolean known;
  private long offsetNanos;

  /**
   * A report that was written at {@code ntpNanos} on its clock came at {@code arrivalNanos} on
   * ours.
   */
  void observe(long ntpNanos, long arrivalNanos) {
    long offset = arrivalNanos - ntpNanos;
    if (!known || offset < offsetNanos || offset - offsetNanos > JUMP) {
      offsetNanos = offset;
      known = true;
    }
  }

  long toRoomClock(long ntpNanos) {
    return ntpNanos + offsetNanos;
  }
}
