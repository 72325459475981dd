package parley.app.login.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.login.KeptAddresses;
import parley.app.login.SecretToken;
import parley.app.shared.Ids;
import parley.app.shared.Refusal;
import parley.app.users.EmailAddress;
import parley.app.users.User;
import parley.app.users.Users;

/**
 * Changes of an e-mail address. The new address confirms by a link; the old one is told twice, each
 * time with a link that stops or undoes it.
 */
@Service
class EmailChanges implements KeptAddresses {
  static final Duration CONFIRM_WITHIN = Duration.ofDays(1);
  static final Duration UNDO_WITHIN = Duration.ofDays(7);

  private final EmailChangeRepository repository;
  private final Users users;
  private final EmailChangeLetters letters;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final Clock clock;

  EmailChanges(
      EmailChangeRepository repository,
      Users users,
      EmailChangeLetters letters,
      ApplicationEventPublisher events,
      Ids ids,
      Clock clock) {
    this.repository = repository;
    this.users = users;
    this.letters = letters;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /** The change of this user that waits for its confirmation. */
  Optional<EmailChange> waiting(UUID userId) {
    return repository.waiting(userId, clock.instant());
  }

  /** Begins a change; one that was waiting is stopped. Refuses with 409 {@code email_taken}. */
  @Transactional
  public void begin(User user, EmailAddress email) {
    users.hold(user.id());
    requireFree(email, user.id());
    Instant now = clock.instant();
    repository.stopWaiting(user.id(), now);
    var change =
        new EmailChange(
            ids.next(), user.id(), user.email(), email, now, now.plus(CONFIRM_WITHIN), null);
    SecretToken confirm = SecretToken.random();
    SecretToken stop = secretFor(user);
    repository.insert(change, confirm, stop);
    letters.confirm(change, confirm);
    if (stop != null) {
      letters.announce(change, stop);
    }
    events.publishEvent(new EmailChangeRequested(user.id()));
  }

  /** The user thinks better of it. */
  @Transactional
  public void cancel(UUID userId) {
    repository.stopWaiting(userId, clock.instant());
  }

  /** What the link to the new address would do; refuses with 410 {@code email_change_over}. */
  EmailChange peek(String token) {
    return SecretToken.parse(token)
        .flatMap(secret -> repository.toConfirm(secret, clock.instant()))
        .filter(change -> userOf(change).email().equals(change.oldEmail()))
        .orElseThrow(EmailChanges::over);
  }

  /**
   * Does it, for the user who asked for it; refuses others with 403 {@code not_your_change}, and
   * with 410 {@code email_change_over} or 409 {@code email_taken}.
   */
  @Transactional
  public EmailChange confirm(String token, UUID userId) {
    if (!peek(token).userId().equals(userId)) {
      throw new Refusal(
          403,
          "not_your_change",
          "Somebody else is logged in here. Log in as the user who asked for this address.");
    }
    users.hold(userId);
    EmailChange change = peek(token);
    requireFree(change.newEmail(), change.userId());
    SecretToken undo = secretFor(userOf(change));
    if (!repository.confirm(change.id(), undo, clock.instant())) {
      throw over();
    }
    users.changeEmail(change.userId(), change.newEmail());
    if (undo != null) {
      letters.done(change, undo);
    }
    return change;
  }

  @Override
  public boolean isKept(EmailAddress email, @Nullable UUID except) {
    return repository.isKept(email, except, clock.instant().minus(UNDO_WITHIN));
  }

  private void requireFree(EmailAddress email, UUID userId) {
    users.requireFree(email);
    if (isKept(email, userId)) {
      throw users.emailTaken();
    }
  }

  // Somebody else's mailbox, whose address a user mistyped, must not get power over the account.
  private static @Nullable SecretToken secretFor(User user) {
    return user.emailVerified() ? SecretToken.random() : null;
  }

  private User userOf(EmailChange change) {
    return users.find(change.userId()).orElseThrow(EmailChanges::over);
  }

  static Refusal over() {
    return new Refusal(
        410, "email_change_over", "This link no longer works: it was used, stopped or is too old.");
  }
}
