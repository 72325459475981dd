package parley.sfu.transport.net;

/**
 * When the datagrams of one socket arrived, on the loop's clock, from the times that the system
 * stamped them with. Senders measure their bandwidth by the gaps between arrivals: a turn that came
 * late must not make them equal. Time never runs backwards, also when the system's clock was set.
 */
final class Arrivals {
  /** What waited longer counts as come so long ago. */
  static final long OLDEST_NANOS = 1_000_000_000L;

  private long latest;
  private boolean begun;

  /**
   * When it arrived.
   *
   * @param stamp in nanoseconds by the system's clock, 0 if unknown
   * @param clock the system's clock now
   * @param now the loop's clock now
   */
  long of(long stamp, long clock, long now) {
    long age = stamp == 0 ? 0 : Math.clamp(clock - stamp, 0, OLDEST_NANOS);
    long arrived = now - age;
    if (!begun || arrived - latest > 0) {
      begun = true;
      latest = arrived;
    }
    return latest;
  }
}
