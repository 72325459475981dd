package parley.app.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Forgets what was read long ago, and what is old. */
@Component
class NotificationTidy {
  /** Long after the last time an occasion could be noticed once more. */
  private static final Duration KEYS_KEPT = Duration.ofDays(30);

  private final NotificationRepository notifications;
  private final OccasionRepository occasions;
  private final NotificationSettings settings;
  private final Clock clock;

  NotificationTidy(
      NotificationRepository notifications,
      OccasionRepository occasions,
      NotificationSettings settings,
      Clock clock) {
    this.notifications = notifications;
    this.occasions = occasions;
    this.settings = settings;
    this.clock = clock;
  }

  void run() {
    Instant now = clock.instant();
    notifications.forget(now.minus(settings.keepRead()), now.minus(settings.keep()));
    occasions.forgetToldBefore(now.minus(KEYS_KEPT));
  }
}
