package parley.app.login.recovery;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.login.SecretToken;
import parley.app.shared.Refusal;
import parley.app.users.Users;

/**
 * "This was not me": gives the account back to the holder of the old address. Somebody else was in
 * it, so nobody stays logged in and the password opens nothing any more.
 */
@Service
class EmailChangeStop {
  private final EmailChangeRepository repository;
  private final Users users;
  private final Passwords passwords;
  private final PasswordResets resets;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EmailChangeStop(
      EmailChangeRepository repository,
      Users users,
      Passwords passwords,
      PasswordResets resets,
      ApplicationEventPublisher events,
      Clock clock) {
    this.repository = repository;
    this.users = users;
    this.passwords = passwords;
    this.resets = resets;
    this.events = events;
    this.clock = clock;
  }

  /** What the link would do; refuses with 410 {@code email_change_over}. */
  EmailChange peek(String token) {
    Instant now = clock.instant();
    return SecretToken.parse(token)
        .flatMap(secret -> repository.toStop(secret, now.minus(EmailChanges.UNDO_WITHIN), now))
        .orElseThrow(EmailChanges::over);
  }

  /**
   * Does it, takes back every change that was asked for later as well, and hands out the token by
   * which a new password is chosen.
   */
  @Transactional
  public SecretToken stop(String token) {
    EmailChange change = peek(token);
    users.hold(change.userId());
    if (!repository.stop(change.id(), clock.instant())) {
      throw EmailChanges.over();
    }
    repository.stopSince(change.userId(), change.createdAt(), clock.instant());
    if (change.confirmedAt() != null) {
      giveBack(change);
    }
    passwords.remove(change.userId(), change.createdAt());
    events.publishEvent(new EmailChangeStopped(change.userId(), change.createdAt()));
    return resets.begin(change.userId());
  }

  // It was kept for them, so nobody has it; unless the user changed on to a third one meanwhile,
  // this takes that back as well.
  private void giveBack(EmailChange change) {
    boolean has =
        users
            .find(change.userId())
            .orElseThrow(Refusal::notFound)
            .email()
            .equals(change.oldEmail());
    if (!has) {
      users.changeEmail(change.userId(), change.oldEmail());
    }
  }
}
