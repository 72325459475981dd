package parley.app.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.notifications.OccasionRepository.Held;
import parley.app.shared.RetryPauses;

/**
 * Makes notifications of occasions, one occasion in one transaction: everybody is told or nobody
 * is, and one that cannot be told holds up no other.
 */
@Component
class OccasionRound {
  private static final Logger log = LoggerFactory.getLogger(OccasionRound.class);
  private static final RetryPauses PAUSES = new RetryPauses(Duration.ofSeconds(10), 9);
  private static final int MOST_ATTEMPTS = 20;

  private final OccasionRepository repository;
  private final Telling telling;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OccasionRound(
      OccasionRepository repository,
      Telling telling,
      TransactionTemplate transaction,
      Clock clock) {
    this.repository = repository;
    this.telling = telling;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Returns how many occasions were told. */
  int run() {
    int told = 0;
    for (Optional<Boolean> one = next(); one.isPresent(); one = next()) {
      told += one.get() ? 1 : 0;
    }
    return told;
  }

  /** True when one was told, false when one could not be, empty when there is none. */
  private Optional<Boolean> next() {
    var current = new AtomicReference<Held>();
    try {
      return transaction.execute(status ->
          repository
              .hold(clock.instant())
              .map(held -> {
                current.set(held);
                telling.tell(held.occasion());
                repository.told(held.id(), clock.instant());
                return true;
              }));
    } catch (RuntimeException e) {
      Held held = current.get();
      if (held == null) {
        throw e;
      }
      postpone(held, e);
      return Optional.of(false);
    }
  }

  private void postpone(Held held, RuntimeException error) {
    int attempt = held.attempts() + 1;
    log.warn("Occasion {} could not be told (try {})", held.id(), attempt, error);
    if (attempt >= MOST_ATTEMPTS) {
      repository.told(held.id(), clock.instant());
    } else {
      var pause = PAUSES.after(attempt, ThreadLocalRandom.current());
      repository.tryAgain(held.id(), clock.instant().plus(pause));
    }
  }
}
