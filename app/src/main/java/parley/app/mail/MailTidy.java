package parley.app.mail;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets what is old. */
@Component
class MailTidy {
  private static final Duration DEAD_FOR = Duration.ofDays(180);

  private final OutboxRepository outbox;
  private final DeadAddresses dead;
  private final MailSettings settings;
  private final Clock clock;

  MailTidy(OutboxRepository outbox, DeadAddresses dead, MailSettings settings, Clock clock) {
    this.outbox = outbox;
    this.dead = dead;
    this.settings = settings;
    this.clock = clock;
  }

  void run() {
    outbox.forgetOlderThan(clock.instant().minus(settings.keep()));
    dead.forgetOlderThan(clock.instant().minus(DEAD_FOR));
  }
}
