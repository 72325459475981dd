package parley.app.login;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import parley.app.login.LoginThrottle.Try;
import parley.app.shared.Refusal;
import parley.app.users.Credentials;
import parley.app.users.EmailAddress;
import parley.app.users.UserStatus;
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
  private final ApplicationEventPublisher events;
  private final SecondSteps steps;
  private final Restorations restorations;

  Logins(
      Users users,
      PasswordHasher hasher,
      LoginThrottle throttle,
      ApplicationEventPublisher events,
      SecondSteps steps,
      Restorations restorations) {
    this.users = users;
    this.hasher = hasher;
    this.throttle = throttle;
    this.events = events;
    this.steps = steps;
    this.restorations = restorations;
  }

  /**
   * Refuses with 401 {@code wrong_credentials}, 403 {@code account_suspended} or {@code
   * account_deleted}, or 429.
   */
  Arrival logIn(EmailAddress email, String password, Browser browser) {
    Optional<Credentials> found = users.credentials(email).filter(this::mayKnock);
    Try attempt = throttle.count(email, found.map(Credentials::userId), browser);
    String hash = found.map(Credentials::passwordHash).orElse(null);
    if (!hasher.matches(password, hash)) {
      events.publishEvent(new LoginFailed(found.map(Credentials::userId).orElse(null)));
      throw wrongCredentials();
    }
    throttle.forgive(attempt);
    Credentials user = found.orElseThrow();
    requireActive(user);
    renewHash(user.userId(), password, String.valueOf(hash));
    return steps.arrive(user.userId(), browser);
  }

  private void renewHash(UUID userId, String password, String hash) {
    if (hasher.isOutdated(hash)) {
      users.changePasswordHash(userId, hasher.hash(password));
    }
  }

  // Somebody who deleted their account is told how to restore it, once they have proven who they
  // are; after the time of grace they are nobody.
  private boolean mayKnock(Credentials user) {
    return user.status() != UserStatus.DELETED || restorations.isPossible(user.userId());
  }

  private void requireActive(Credentials user) {
    if (user.status() == UserStatus.DELETED) {
      throw restorations.offer(user.userId());
    }
    if (user.status() != UserStatus.ACTIVE) {
      throw new Refusal(403, "account_suspended", "This account is suspended.");
    }
  }

  private static Refusal wrongCredentials() {
    return new Refusal(
        401, "wrong_credentials", "The e-mail address or the password is not right.");
  }
}
