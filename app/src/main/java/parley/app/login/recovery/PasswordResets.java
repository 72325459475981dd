package parley.app.login.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parley.app.login.SecretToken;
import parley.app.shared.Refusal;
import parley.app.users.EmailChanged;
import parley.app.users.User;
import parley.app.users.UserStatus;
import parley.app.users.Users;

/** Links that let somebody choose a new password who forgot theirs: for an hour, once. */
@Service
class PasswordResets {
  static final Duration VALID_FOR = Duration.ofMinutes(60);

  private final PasswordResetRepository repository;
  private final Users users;
  private final Passwords passwords;
  private final Clock clock;

  PasswordResets(
      PasswordResetRepository repository, Users users, Passwords passwords, Clock clock) {
    this.repository = repository;
    this.users = users;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** A new link's token. Who calls has made sure that it reaches nobody but the user. */
  @Transactional
  SecretToken begin(UUID userId) {
    SecretToken token = SecretToken.random();
    Instant now = clock.instant();
    repository.insert(userId, token, now, now.plus(VALID_FOR));
    return token;
  }

  /** Whose password the link changes; refuses with 410 {@code reset_link_used}. */
  User peek(String token) {
    return SecretToken.parse(token)
        .flatMap(secret -> repository.find(secret, clock.instant()))
        .flatMap(this::present)
        .orElseThrow(PasswordResets::used);
  }

  /**
   * Answers whose password it is now. Changes the password and ends every session; the link has
   * done its work then. Whoever has it reads the mails of that address, so the address is proven
   * too. Refuses with 410 {@code reset_link_used} or 400 {@code weak_password}, after which the
   * link still works.
   */
  UUID finish(String token, String password) {
    User user = peek(token);
    String hash = passwords.hash(user, password);
    passwords.reset(user, hash, () -> use(token));
    return user.id();
  }

  // The link went to an address that holds no longer, or has to do with a password that is gone.
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void changed(EmailChanged event) {
    repository.useUp(event.userId(), clock.instant());
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void changed(PasswordChanged event) {
    repository.useUp(event.userId(), clock.instant());
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void takenBack(EmailChangeStopped event) {
    repository.useUp(event.userId(), clock.instant());
  }

  private void use(String token) {
    Instant now = clock.instant();
    UUID userId =
        SecretToken.parse(token)
            .flatMap(secret -> repository.use(secret, now))
            .orElseThrow(PasswordResets::used);
    repository.useUp(userId, now);
  }

  private Optional<User> present(UUID userId) {
    return users.find(userId).filter(user -> user.status() != UserStatus.DELETED);
  }

  private static Refusal used() {
    return new Refusal(
        410, "reset_link_used", "This link no longer works. You can ask for a new one.");
  }
}
