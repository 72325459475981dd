package parley.app.shared;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait between tries of something that failed: twice as long each time, and up to a
 * quarter longer by chance, so that what failed together does not come back together.
 *
 * @param first after the first try
 * @param mostDoublings from then on it stays as it is
 */
public record RetryPauses(Duration first, int mostDoublings) {
  private static final double MOST_EXTRA = 0.25;

  /**
   * @param attempt how many tries there were, at least 1
   */
  public Duration after(int attempt, RandomGenerator chance) {
    Duration pause = first.multipliedBy(1L << Math.clamp(attempt - 1L, 0, mostDoublings));
    return pause.plusMillis((long) (pause.toMillis() * MOST_EXTRA * chance.nextDouble()));
  }
}
