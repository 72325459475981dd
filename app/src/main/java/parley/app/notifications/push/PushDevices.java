package parley.app.notifications.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.login.SessionEnded;
import parley.app.users.Users;

/** The devices people want to be notified on. One that is logged out is forgotten. */
@Component
public class PushDevices {
  private static final int MOST = 20;

  private final PushDeviceRepository repository;
  private final DeliveryRepository deliveries;
  private final Users users;
  private final Clock clock;

  PushDevices(
      PushDeviceRepository repository, DeliveryRepository deliveries, Users users, Clock clock) {
    this.users = users;
    this.repository = repository;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** Whether this person has any. */
  public boolean any(UUID userId) {
    return repository.any(userId);
  }

  /** Gives each device of this person the notification to show, for so long. */
  public void deliverTo(UUID userId, UUID notificationId, Duration worthFor) {
    Instant now = clock.instant();
    deliveries.insert(userId, notificationId, now, now.plus(worthFor));
  }

  /**
   * Keeps a device. One that somebody else had before is this person's now: they share a browser.
   * Beyond twenty, the oldest go, also of those that come at the same moment.
   */
  @Transactional
  public void keep(UUID userId, PushDevice device, String name) {
    users.hold(userId);
    repository.put(userId, device, name, clock.instant());
    repository.keepNewest(userId, MOST);
  }

  /** Forgets all devices of this person. */
  public void forgetAll(UUID userId) {
    repository.forgetAll(userId);
  }

  @EventListener
  void on(SessionEnded event) {
    repository.forgetSession(event.sessionId());
  }
}
