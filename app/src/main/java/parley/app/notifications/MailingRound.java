package parley.app.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.mail.Mail;
import parley.app.mail.MailAccepted;
import parley.app.mail.MailGivenUp;
import parley.app.mail.Mails;
import parley.app.notifications.MailingRepository.Held;
import parley.app.shared.RetryPauses;

/**
 * Turns notifications into mails. The outbox is in the same database, so a notification and its
 * mail are one transaction: never none, never two. From there the outbox tries and tries again. One
 * whose mail cannot be written holds up no other.
 */
@Component
class MailingRound {
  private static final Logger log = LoggerFactory.getLogger(MailingRound.class);
  private static final RetryPauses PAUSES = new RetryPauses(Duration.ofSeconds(10), 9);
  private static final int MOST_ATTEMPTS = 20;

  private final MailingRepository repository;
  private final NotificationLetters letters;
  private final Mails mails;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MailingRound(
      MailingRepository repository,
      NotificationLetters letters,
      Mails mails,
      TransactionTemplate transaction,
      Clock clock) {
    this.repository = repository;
    this.letters = letters;
    this.mails = mails;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Returns how many mails were written. */
  int run() {
    int written = 0;
    for (Optional<Boolean> one = next(); one.isPresent(); one = next()) {
      written += one.get() ? 1 : 0;
    }
    return written;
  }

  /** True when a mail was written, false when none could be, empty when there is none to write. */
  private Optional<Boolean> next() {
    var current = new AtomicReference<Held>();
    try {
      return transaction.execute(status ->
          repository
              .hold()
              .map(held -> {
                current.set(held);
                return write(held.notification());
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
    UUID id = held.notification().id();
    int attempt = held.attempts() + 1;
    // The message may quote the address.
    String kind = error.getClass().getName();
    log.warn("No mail could be written of notification {} (try {}): {}", id, attempt, kind);
    if (attempt >= MOST_ATTEMPTS) {
      repository.giveUp(id, "The mail could not be written.");
    } else {
      var pause = PAUSES.after(attempt, ThreadLocalRandom.current());
      repository.tryAgain(id, clock.instant().plus(pause));
    }
  }

  private boolean write(Notification notification) {
    Optional<Mail> letter = letters.of(notification);
    if (letter.isEmpty()) {
      repository.giveUp(notification.id(), "The address takes no such mail.");
      return false;
    }
    UUID mailId = mails.send(letter.get());
    repository.became(notification.id(), mailId);
    return true;
  }

  @EventListener
  void on(MailAccepted event) {
    repository.accepted(event.mailId());
  }

  @EventListener
  void on(MailGivenUp event) {
    repository.refused(event.mailId(), event.reason());
  }
}
