package parley.app.login.recovery;

import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.users.EmailAddress;
import parley.app.users.UserStatus;
import parley.app.users.Users;

/**
 * Sends the link for a new password. Whether anybody has the address is looked up only after the
 * request has been answered, so that no answer and no time tells.
 */
@Component
class ForgottenPasswords {
  private static final Logger log = LoggerFactory.getLogger(ForgottenPasswords.class);

  private final Users users;
  private final PasswordResets resets;
  private final ResetLetter letter;
  private final TransactionTemplate transaction;
  private final Executor later;

  ForgottenPasswords(
      Users users,
      PasswordResets resets,
      ResetLetter letter,
      TransactionTemplate transaction,
      @Qualifier("applicationTaskExecutor") Executor later) {
    this.users = users;
    this.resets = resets;
    this.letter = letter;
    this.transaction = transaction;
    this.later = later;
  }

  /** Returns at once, whoever has the address or nobody. */
  void sendLink(EmailAddress email) {
    later.execute(() -> {
      try {
        send(email);
      } catch (RuntimeException failed) {
        // Nobody waits for it any more; whoever it was for asks again.
        log.warn("The mail for a new password was not written", failed);
      }
    });
  }

  private void send(EmailAddress email) {
    users
        .credentials(email)
        .filter(user -> user.status() != UserStatus.DELETED)
        .ifPresent(user -> transaction.executeWithoutResult(status -> send(email, user.userId())));
  }

  // An address that the user is just giving up gets no link.
  private void send(EmailAddress email, UUID userId) {
    users.hold(userId);
    if (users.credentials(email).filter(user -> user.userId().equals(userId)).isPresent()) {
      letter.send(email, userId, resets.begin(userId));
    }
  }
}
