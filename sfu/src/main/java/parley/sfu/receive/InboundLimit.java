package parley.sfu.receive;

/**
 * Keeps one participant's packets to what honest ones send, far above any camera and screen
 * together, so that a flood is not multiplied to all receivers.
 */
public final class InboundLimit {
  /** Packets a second that may go on for long. */
  static final long RATE = 8_000;

  /** Packets that may come at once. */
  static final long BURST = 4_000;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long NANOS_PER_PACKET = NANOS_PER_SECOND / RATE;

  private long fullAt;
  private boolean begun;

  /** Whether a packet that came now may pass. */
  public boolean passes(long now) {
    if (!begun) {
      begun = true;
      fullAt = now;
    }
    // fullAt: when the bucket would be full again; the further ahead, the emptier it is.
    long next = Math.max(fullAt, now) + NANOS_PER_PACKET;
    boolean passes = next - now <= BURST * NANOS_PER_PACKET;
    fullAt = passes ? next : fullAt;
    return passes;
  }
}
