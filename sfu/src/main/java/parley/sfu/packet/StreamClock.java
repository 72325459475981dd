package parley.sfu.packet;

/**
 * Relates the RTP timestamps of one stream to the room clock: by sender reports (RFC 3550 §6.4.1),
 * and until the first one came by the packet that came with the least delay. Also stands for the
 * stream itself: a stream that starts anew has a new one.
 */
public final class StreamClock {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final SenderClock sender;
  private final int rate;
  private boolean arrived;
  private boolean reported;
  private long referenceNanos;
  private int referenceTimestamp;

  /**
   * A clock that knows nothing yet.
   *
   * @param rate ticks a second, positive
   */
  public StreamClock(SenderClock sender, int rate) {
    this.sender = sender;
    this.rate = rate;
  }

  /** Ticks a second. */
  public int rate() {
    return rate;
  }

  /** A packet with this timestamp came. */
  public void arrived(int timestamp, long arrivalNanos) {
    if (!reported && (!arrived || arrivalNanos < nanosOf(timestamp))) {
      referenceNanos = arrivalNanos;
      referenceTimestamp = timestamp;
      arrived = true;
    }
  }

  /** A sender report came. */
  public void reported(long ntpNanos, int timestamp, long arrivalNanos) {
    sender.observe(ntpNanos, arrivalNanos);
    referenceNanos = ntpNanos;
    referenceTimestamp = timestamp;
    reported = true;
  }

  /** False before anything came. */
  public boolean known() {
    return arrived || reported;
  }

  /** When the moment of this timestamp was, on the room clock. */
  public long nanosOf(int timestamp) {
    return reference() + (long) (timestamp - referenceTimestamp) * NANOS_PER_SECOND / rate;
  }

  /** The timestamp of this moment of the room clock. */
  public int timestampAt(long nanos) {
    long passed = nanos - reference();
    long seconds = Math.floorDiv(passed, NANOS_PER_SECOND);
    long rest = Math.floorMod(passed, NANOS_PER_SECOND);
    return referenceTimestamp + (int) (seconds * rate + rest * rate / NANOS_PER_SECOND);
  }

  private long reference() {
    return reported ? sender.toRoomClock(referenceNanos) : referenceNanos;
  }
}
