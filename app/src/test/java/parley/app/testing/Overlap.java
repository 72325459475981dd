package parley.app.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two transactions at the same moment, without chance: the second one begins while the first has
 * done its work and not committed.
 */
public final class Overlap {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TransactionTemplate transaction;
  private final JdbcClient watcher;

  public Overlap(TransactionTemplate transaction, TestDatabase database) {
    this.transaction = transaction;
    this.watcher = JdbcClient.create(database.owner());
  }

  /**
   * Begins {@code second} after {@code lock}, does {@code first} when it waits for a lock or is
   * done, commits, and answers what {@code second} came to.
   *
   * @param lock makes {@code second} wait; with {@code first} in one transaction
   */
  public <T> T run(Runnable lock, Callable<T> second, Runnable first) throws Exception {
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<T> other =
          transaction.execute(status -> {
            lock.run();
            Future<T> begun = thread.submit(second);
            awaitLock(begun);
            first.run();
            return begun;
          });
      return other.get();
    }
  }

  private void awaitLock(Future<?> begun) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!begun.isDone() && !somebodyWaits()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("nobody waits for a lock");
      }
      Thread.onSpinWait();
    }
  }

  private boolean somebodyWaits() {
    return watcher
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid)
              WHERE NOT granted AND datname = current_database())
            """)
        .query(Boolean.class)
        .single();
  }
}
