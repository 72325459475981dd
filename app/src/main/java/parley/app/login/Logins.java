package parley.app.login;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import parley.app.login.LoginThrottle.Try;
import parley.app.shared.Refusal;
import parley.app.users.Credentials;
import parley.app.users.EmailAddress;
import parley.app.users.Users;

/**
 * Lets people in by e-mail address and password. A wrong password and an address nobody has look
 * the same.
 */
@Service
class Logins {
  private final Users users;
  private final PasswordHasher hasher;
  private final LoginThrottle throttle;
  private final EntryChecks checks;
  private final ApplicationEventPublisher events;
  private final SecondSteps steps;

  Logins(
      Users users,
      PasswordHasher hasher,
      LoginThrottle throttle,
      EntryChecks checks,
      ApplicationEventPublisher events,
      SecondSteps steps) {
    this.users = users;
    this.hasher = hasher;
    this.throttle = throttle;
    this.checks = checks;
    this.events = events;
    this.steps = steps;
  }

  /**
   * Refuses with 401 {@code wrong_credentials}, 403 {@code account_suspended} or {@code
   * account_deleted} or {@code email_not_verified}, or 429.
   */
  Arrival logIn(EmailAddress email, String password, Browser browser) {
    Optional<Credentials> found = users.credentials(email).filter(checks::mayKnock);
    Try attempt = throttle.count(email, found.map(Credentials::userId), browser);
    String hash = found.map(Credentials::passwordHash).orElse(null);
    if (!hasher.matches(password, hash)) {
      events.publishEvent(new LoginFailed(found.map(Credentials::userId).orElse(null)));
      throw wrongCredentials();
    }
    throttle.forgive(attempt);
    Credentials user = found.orElseThrow();
    checks.require(user.userId());
    renewHash(user, password, String.valueOf(hash));
    return steps.arrive(user.userId(), browser, () -> requireUnchanged(user));
  }

  // Comparing takes long enough for the owner to choose another password meanwhile.
  private void requireUnchanged(Credentials compared) {
    if (!users.holdPassword(compared)) {
      throw wrongCredentials();
    }
  }

  // Hashing takes long enough for the owner to choose another password meanwhile, which stays then.
  private void renewHash(Credentials user, String password, String hash) {
    if (hasher.isOutdated(hash)) {
      users.renewPasswordHash(user, hasher.hash(password));
    }
  }

  private static Refusal wrongCredentials() {
    return new Refusal(
        401, "wrong_credentials", "The e-mail address or the password is not right.");
  }
}
