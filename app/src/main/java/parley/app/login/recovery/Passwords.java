package parley.app.login.recovery;

import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.login.PasswordHasher;
import parley.app.login.PasswordRules;
import parley.app.login.Reclaim;
import parley.app.login.Sessions;
import parley.app.shared.SignedInUser;
import parley.app.users.User;
import parley.app.users.Users;

/**
 * Gives users another password. Whoever may have known the old one is logged out. The user's row is
 * held first, so that two ways to a password at once wait for each other, links and all.
 */
@Service
class Passwords {
  private final Users users;
  private final PasswordRules rules;
  private final PasswordHasher hasher;
  private final Sessions sessions;
  private final Reclaim reclaim;
  private final ApplicationEventPublisher events;

  Passwords(
      Users users,
      PasswordRules rules,
      PasswordHasher hasher,
      Sessions sessions,
      Reclaim reclaim,
      ApplicationEventPublisher events) {
    this.users = users;
    this.rules = rules;
    this.hasher = hasher;
    this.sessions = sessions;
    this.reclaim = reclaim;
    this.events = events;
  }

  /** The slow part, never inside a transaction. Refuses with 400 {@code weak_password}. */
  String hash(User user, String password) {
    rules.check(password, user.email().value(), user.email().localPart(), user.displayName());
    return hasher.hash(password);
  }

  /** By the user, who is logged in: this session stays. */
  @Transactional
  public void change(SignedInUser by, User user, String hash) {
    users.hold(user.id());
    users.changePassword(user.id(), hash);
    sessions.endOthers(by);
    events.publishEvent(new PasswordChanged(user.id()));
  }

  /**
   * By a mailed link: no session stays. If the address was never proven before, somebody else may
   * have made the account with it, and nothing that they left behind opens it.
   *
   * @param use takes the link, or refuses
   */
  @Transactional
  public void reset(User user, String hash, Runnable use) {
    users.hold(user.id());
    use.run();
    users.changePassword(user.id(), hash);
    if (users.verifyEmail(user.id(), user.email())) {
      reclaim.everything(user.id());
    }
    sessions.endAll(user.id());
    events.publishEvent(new PasswordReset(user.id()));
  }

  /**
   * No password opens the account any more until a new one is chosen, nor does anything that was
   * added to it since then; no session stays.
   */
  @Transactional
  public void remove(UUID userId, Instant since) {
    users.changePassword(userId, null);
    reclaim.since(userId, since);
  }
}
