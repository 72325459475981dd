package parley.app.notifications;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Ids;

/** Where listeners put what people are to be told. */
@Component
class Occasions {
  private final OccasionRepository repository;
  private final DeliveryBell bell;
  private final Ids ids;
  private final Clock clock;

  Occasions(OccasionRepository repository, DeliveryBell bell, Ids ids, Clock clock) {
    this.repository = repository;
    this.bell = bell;
    this.ids = ids;
    this.clock = clock;
  }

  /** Writes it down in the caller's transaction; it is told soon after that has committed. */
  @Transactional
  public void add(Occasion occasion) {
    if (!occasion.people().isEmpty() && repository.insert(ids.next(), occasion, clock.instant())) {
      bell.ringAfterCommit();
    }
  }
}
