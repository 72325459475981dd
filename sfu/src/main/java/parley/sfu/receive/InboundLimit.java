package parley.sfu.receive;

/**
 * Keeps one participant's packets to what honest ones send, far above any camera and screen
 * together, so that a flood is not multiplied to all receivers. RTCP counts for itself: it is
 * answered and acted on, and each byte of it can ask for much.
 */
public final class InboundLimit {
  /** Packets a second that may go on for long. */
  static final long RATE = 8_000;

  /** Packets that may come at once. */
  static final long BURST = 4_000;

  /**
   * RTCP compounds a second, and at once: who watches fifty streams over a bad network asks again
   * in fifty streams every few dozen milliseconds.
   */
  static final long RTCP_RATE = 2_000;

  /** The same in bytes. */
  static final long RTCP_BYTES = 250_000;

  private final RateLimit packets = new RateLimit(RATE, BURST);
  private final RateLimit compounds = new RateLimit(RTCP_RATE, RTCP_RATE);
  private final RateLimit rtcpBytes = new RateLimit(RTCP_BYTES, RTCP_BYTES);

  /** Whether a packet that came now may pass. */
  public boolean passes(long now) {
    return packets.passes(1, now);
  }

  /** Whether an RTCP compound of so many bytes that came now may pass. */
  public boolean passesRtcp(int bytes, long now) {
    return compounds.passes(1, now) && rtcpBytes.passes(bytes, now);
  }
}
