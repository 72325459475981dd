package parley.app.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.stereotype.Component;

/** One round of the outbox: everything that is due is tried once. Never inside a transaction. */
@Component
class MailRound {
  private static final Logger log = LoggerFactory.getLogger(MailRound.class);
  // Few enough that the lease outlasts a server that lets every one of them time out.
  private static final int AT_ONCE = 5;
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 7;
  private static final int LONGEST_ERROR = 300;

  private final OutboxRepository outbox;
  private final Postman postman;
  private final MailSettings settings;
  private final Clock clock;

  MailRound(OutboxRepository outbox, Postman postman, MailSettings settings, Clock clock) {
    this.outbox = outbox;
    this.postman = postman;
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

  /** Forgets what is old. */
  void tidy() {
    outbox.forgetOlderThan(clock.instant().minus(settings.keep()));
  }

  private boolean deliver(OutboxRepository.Taken taken) {
    try {
      postman.deliver(taken.id(), taken.mail(), taken.createdAt());
      outbox.sent(taken.id(), clock.instant());
      return true;
    } catch (MailParseException | MailPreparationException never) {
      outbox.failed(taken.id(), words(never));
    } catch (MailException refused) {
      if (Rejection.isFinal(refused)) {
        outbox.failed(taken.id(), words(refused));
      } else {
        postpone(taken, words(refused));
      }
    }
    return false;
  }

  private void postpone(OutboxRepository.Taken taken, String error) {
    Instant next = clock.instant().plus(pause(taken.attempt()));
    if (next.isAfter(taken.createdAt().plus(settings.giveUpAfter()))) {
      log.warn("Mail {} was not accepted in time: {}", taken.id(), error);
      outbox.failed(taken.id(), error);
    } else {
      outbox.retryAt(taken.id(), next, error);
    }
  }

  private Duration pause(int attempt) {
    return settings.firstRetry().multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
  }

  private static String words(Exception error) {
    String words = String.valueOf(error.getMessage()).replaceAll("\\p{Cntrl}+", " ");
    return words.substring(0, Math.min(words.length(), LONGEST_ERROR));
  }
}
