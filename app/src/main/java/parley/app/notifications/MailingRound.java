package parley.app.notifications;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.mail.Mail;
import parley.app.mail.MailAccepted;
import parley.app.mail.MailGivenUp;
import parley.app.mail.Mails;

/**
 * Turns notifications into mails. The outbox is in the same database, so a notification and its
 * mail are one transaction: never none, never two. From there the outbox tries and tries again.
 */
@Component
class MailingRound {
  private final MailingRepository repository;
  private final NotificationLetters letters;
  private final Mails mails;
  private final TransactionTemplate transaction;

  MailingRound(
      MailingRepository repository,
      NotificationLetters letters,
      Mails mails,
      TransactionTemplate transaction) {
    this.repository = repository;
    this.letters = letters;
    this.mails = mails;
    this.transaction = transaction;
  }

  /** Returns how many mails were written. */
  int run() {
    int written = 0;
    for (Optional<Boolean> one = next(); one.isPresent(); one = next()) {
      written += one.get() ? 1 : 0;
    }
    return written;
  }

  private Optional<Boolean> next() {
    return transaction.execute(status -> repository.hold().map(this::write));
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
