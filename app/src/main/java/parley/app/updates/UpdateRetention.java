package parley.app.updates;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets updates that no page will ask for any more. Messages and meetings themselves stand in
 * their own tables.
 */
@Component
class UpdateRetention {
  private static final Duration KEPT = Duration.ofDays(7);

  private final UpdateRepository repository;
  private final Clock clock;

  UpdateRetention(UpdateRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
  void forgetOld() {
    repository.removeBefore(clock.instant().minus(KEPT));
  }
}
