package parley.app.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import parley.app.shared.RetryPauses;

/** One round of the outbox: everything that is due is tried once. Never inside a transaction. */
@Component
class MailRound {
  private static final Logger log = LoggerFactory.getLogger(MailRound.class);
  // Few enough that the lease outlasts a server that lets every one of them time out.
  private static final int AT_ONCE = 5;
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 7;

  private final OutboxRepository outbox;
  private final Postman postman;
  private final MailOutcomes outcomes;
  private final TroubleLog troubles;
  private final MailSettings settings;
  private final Clock clock;

  MailRound(
      OutboxRepository outbox,
      Postman postman,
      MailOutcomes outcomes,
      TroubleLog troubles,
      MailSettings settings,
      Clock clock) {
    this.outbox = outbox;
    this.postman = postman;
    this.outcomes = outcomes;
    this.troubles = troubles;
    this.settings = settings;
    this.clock = clock;
  }

  /** Tells how many mails the server accepted. */
  int run() {
    if (!postman.isThere()) {
      return 0;
    }
    int accepted = 0;
    List<OutboxRepository.Taken> taken;
    do {
      Instant now = clock.instant();
      taken = outbox.take(AT_ONCE, now, now.plus(LEASE));
      for (OutboxRepository.Taken mail : taken) {
        accepted += deliver(mail) ? 1 : 0;
      }
    } while (!taken.isEmpty());
    return accepted;
  }

  private boolean deliver(OutboxRepository.Taken taken) {
    try {
      postman.deliver(taken.id(), taken.mail(), taken.createdAt());
      outcomes.accepted(taken);
      troubles.over();
      return true;
    } catch (NotTaken refused) {
      if (refused.setback().isOurs()) {
        troubles.note(refused);
      }
      if (refused.setback().isFinal()) {
        outcomes.givenUp(taken, refused);
      } else {
        postpone(taken, refused);
      }
    }
    return false;
  }

  private void postpone(OutboxRepository.Taken taken, NotTaken error) {
    var pauses = new RetryPauses(settings.firstRetry(), MOST_DOUBLINGS);
    Instant next = clock.instant().plus(pauses.after(taken.attempt(), ThreadLocalRandom.current()));
    if (next.isAfter(taken.createdAt().plus(settings.giveUpAfter()))) {
      log.warn("Mail {} was not accepted in time: {}", taken.id(), error.kind());
      outcomes.givenUp(taken, error);
    } else {
      outcomes.postponed(taken.id(), next, error);
    }
  }
}
