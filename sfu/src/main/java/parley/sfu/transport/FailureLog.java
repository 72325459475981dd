package parley.sfu.transport;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs unexpected exceptions, at most one a second, and says how many were left out. Any thread.
 */
final class FailureLog {
  private static final Logger LOG = LoggerFactory.getLogger(MediaPort.class);
  private static final long INTERVAL_NANOS = 1_000_000_000L;

  private final AtomicLong last = new AtomicLong(System.nanoTime() - INTERVAL_NANOS);
  private final AtomicLong leftOut = new AtomicLong();

  void report(String where, Throwable failure) {
    long now = System.nanoTime();
    long before = last.get();
    if (now - before < INTERVAL_NANOS || !last.compareAndSet(before, now)) {
      leftOut.incrementAndGet();
      return;
    }
    LOG.error("{} failed ({} more not logged)", where, leftOut.getAndSet(0), failure);
  }
}
