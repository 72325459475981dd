package parley.sfu.transport.loop;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.sfu.transport.MediaLoop;

/**
 * Logs unexpected exceptions, at most one a second, and says how many were left out. Any thread.
 */
public final class FailureLog {
  private static final Logger LOG = LoggerFactory.getLogger(MediaLoop.class);
  private static final long INTERVAL_NANOS = 1_000_000_000L;

  private final AtomicLong last = new AtomicLong(System.nanoTime() - INTERVAL_NANOS);
  private final AtomicLong leftOut = new AtomicLong();

  /** Logs it, or counts it as left out. */
  public void report(String where, Throwable failure) {
    long now = System.nanoTime();
    long before = last.get();
    if (now - before < INTERVAL_NANOS || !last.compareAndSet(before, now)) {
      leftOut.incrementAndGet();
      return;
    }
    LOG.error("{} failed ({} more not logged)", where, leftOut.getAndSet(0), failure);
  }
}
