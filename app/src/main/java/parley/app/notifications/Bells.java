package parley.app.notifications;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Refusal;
import parley.app.updates.Topic;
import parley.app.updates.Updates;

/**
 * What the app shows each person, and how much of it is unread. Every change tells the person's
 * open pages the new count; they get the counts in the order in which they were true.
 */
@Component
class Bells {
  private final NotificationRepository repository;
  private final Updates updates;
  private final Clock clock;

  Bells(NotificationRepository repository, Updates updates, Clock clock) {
    this.repository = repository;
    this.updates = updates;
    this.clock = clock;
  }

  /** Shows it, unless it has been. The update names it only: its words stand in one place. */
  @Transactional
  public void add(Occasion occasion, UUID userId) {
    Topic topic = Topic.user(userId);
    updates.hold(topic);
    repository
        .insert(occasion, userId, Channel.INAPP)
        .ifPresent(id ->
            updates.publish(
                topic,
                "notification.added",
                Map.of(
                    "id",
                    id,
                    "type",
                    occasion.type().spelled(),
                    "unread",
                    repository.unread(userId))));
  }

  /** Refuses with 404 for what is not this person's. */
  @Transactional
  public void read(UUID userId, UUID id) {
    if (!repository.has(userId, id)) {
      throw Refusal.notFound();
    }
    updates.hold(Topic.user(userId));
    tell(userId, repository.read(userId, id, clock.instant()));
  }

  /**
   * @param upTo the latest that has been seen; null: everything there is
   */
  @Transactional
  public void readAll(UUID userId, @Nullable UUID upTo) {
    updates.hold(Topic.user(userId));
    tell(userId, repository.readAll(userId, upTo, clock.instant()));
  }

  private void tell(UUID userId, int changed) {
    if (changed > 0) {
      updates.publish(
          Topic.user(userId), "notification.read", Map.of("unread", repository.unread(userId)));
    }
  }
}
