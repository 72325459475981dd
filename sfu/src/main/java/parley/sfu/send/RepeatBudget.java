package parley.sfu.send;

/**
 * Keeps retransmissions to a quarter of the stream's bytes, so that asking again cannot be used to
 * multiply traffic.
 */
final class RepeatBudget {
  private static final int SHARE = 4;
  private static final long AT_FIRST = 3_000;
  private static final long MOST = 64_000;

  private long credit = AT_FIRST;

  void sent(int bytes) {
    credit = Math.min(MOST, credit + bytes / SHARE);
  }

  /** Whether so many bytes may be sent again; then they count as sent. */
  boolean take(int bytes) {
    if (credit < bytes) {
      return false;
    }
    credit -= bytes;
    return true;
  }
}
