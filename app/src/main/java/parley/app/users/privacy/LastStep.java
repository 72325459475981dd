package parley.app.users.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Ids;
import parley.app.users.User;
import parley.app.users.UserErased;
import parley.app.users.Users;
import parley.app.users.privacy.ErasureRepository.Inventory;

/** The end of an erasure: the account itself, the key, the receipt, all or nothing. */
@Component
class LastStep {
  private final UserPersonalData own;
  private final Users users;
  private final DeletionRepository deletions;
  private final ErasureRepository erasures;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final Clock clock;

  LastStep(
      UserPersonalData own,
      Users users,
      DeletionRepository deletions,
      ErasureRepository erasures,
      ApplicationEventPublisher events,
      Ids ids,
      Clock clock) {
    this.own = own;
    this.users = users;
    this.deletions = deletions;
    this.erasures = erasures;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  void take(UUID userId, Inventory inventory) {
    User user = users.find(userId).orElseThrow();
    Instant deletedAt = deletions.deletedAt(userId).orElseThrow();
    UUID receiptId = ids.next();
    erasures.finish(userId, receiptId, inventory, deletedAt, clock.instant());
    events.publishEvent(
        new UserErased(userId, user.email(), receiptId, inventory.counts(), inventory.stays()));
    own.erase(userId);
  }
}
