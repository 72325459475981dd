package parley.sfu.transport.ice;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import parley.sfu.transport.net.RemoteAddress;

/**
 * The latest checks, by transaction. One that comes again from somewhere else was recorded on the
 * way and sent by somebody who wants the media; it is authentic all the same. Older ones are
 * forgotten, so that nothing is decided by a check alone (see {@link TriggeredChecks}).
 */
final class SeenChecks {
  private static final int SIZE = 256;

  private final long[] transactions = new long[SIZE];
  private final @Nullable RemoteAddress[] from = new RemoteAddress[SIZE];
  private int next;

  /** Remembers the check; false if it was seen from another address. A retransmission is fine. */
  boolean admits(byte[] transactionId, RemoteAddress remote) {
    long transaction = hash(transactionId);
    for (int i = 0; i < SIZE; i++) {
      RemoteAddress before = from[i];
      if (transactions[i] == transaction && before != null) {
        return before.equals(remote);
      }
    }
    transactions[next] = transaction;
    from[next] = remote;
    next = (next + 1) % SIZE;
    return true;
  }

  private static long hash(byte[] transactionId) {
    ByteBuffer id = ByteBuffer.wrap(transactionId);
    return id.getLong(0) * 0x9E3779B97F4A7C15L + id.getInt(8);
  }
}
