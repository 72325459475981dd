package parley.sfu.transport.srtp;

/** Rollover counter and replay window of one SSRC in one direction (RFC 3711 §3.3.1). */
final class RtpStream {
  private final ReplayWindow window = new ReplayWindow();
  private long highest = -1;

  /**
   * The 48-bit index that this sequence number most likely means; negative before the first
   * rollover.
   */
  long guess(int sequenceNumber) {
    if (highest < 0) {
      return sequenceNumber;
    }
    return highest + (short) (sequenceNumber - (int) highest);
  }

  boolean admits(long index) {
    return window.admits(index);
  }

  boolean holds(long index) {
    return window.holds(index);
  }

  /** Remembers an index once its packet is authentic. */
  void add(long index) {
    window.add(index);
    if (index > highest) {
      highest = index;
    }
  }
}
