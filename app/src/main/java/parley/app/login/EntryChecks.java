package parley.app.login;

import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;
import parley.app.users.Credentials;
import parley.app.users.EntryPolicy;
import parley.app.users.User;
import parley.app.users.UserStatus;
import parley.app.users.Users;

/**
 * Keeps users out who are suspended, and those who must prove their address first where the rules
 * demand that. Asked only of whoever has shown that they are that user.
 */
@Component
public class EntryChecks {
  private final Users users;
  private final EntryPolicy policy;
  private final EmailVerifications verifications;
  private final RateLimits limits;
  private final Restorations restorations;

  EntryChecks(
      Users users,
      EntryPolicy policy,
      EmailVerifications verifications,
      RateLimits limits,
      Restorations restorations) {
    this.restorations = restorations;
    this.users = users;
    this.policy = policy;
    this.verifications = verifications;
    this.limits = limits;
  }

  /**
   * Refuses with 403 {@code account_suspended}, or with 403 {@code email_not_verified} and sends a
   * link. Whoever deleted the account goes on to the second step, see {@link #requirePresent}.
   */
  void require(UUID userId) {
    User user = users.find(userId).orElseThrow(Refusal::notLoggedIn);
    requireNotSuspended(user);
    if (user.isActive() && !policy.mayEnter(user)) {
      sendAgain(user);
      throw new Refusal(
          403,
          "email_not_verified",
          "Confirm your e-mail address first. " + verifications.whereTheLinkIs(user.email()));
    }
  }

  /**
   * After all steps of a log-in: refuses whoever deleted the account with 403 {@code
   * account_deleted} and how to restore it.
   */
  void requirePresent(UUID userId) {
    if (users.find(userId).filter(user -> user.status() == UserStatus.DELETED).isPresent()) {
      throw restorations.offer(userId);
    }
  }

  /** Refuses with 403 {@code account_suspended}. */
  public void requireNotSuspended(User user) {
    if (user.status() == UserStatus.SUSPENDED) {
      throw new Refusal(403, "account_suspended", "This account is suspended.");
    }
  }

  /** Whether this user may log in with the address as it is: proven, or not needed to be. */
  public boolean mayEnter(User user) {
    return policy.mayEnter(user);
  }

  /**
   * Whether somebody may try to prove that they are this user: whoever deleted the account may as
   * long as it can be restored; then they are nobody.
   */
  boolean mayKnock(Credentials user) {
    return user.status() != UserStatus.DELETED || restorations.isPossible(user.userId());
  }

  private void sendAgain(User user) {
    try {
      limits.count("verification mail", LimitSettings::verificationMail, user.id().toString());
      verifications.send(user.id(), user.email());
    } catch (Refusal enoughSent) {
      // One of the links sent in the last hour still works.
    }
  }
}
