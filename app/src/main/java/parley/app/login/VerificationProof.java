package parley.app.login;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parley.app.shared.CurrentPerson;
import parley.app.shared.Refusal;
import parley.app.users.Credentials;
import parley.app.users.Users;

/**
 * A mailed link shows that somebody reads the mailbox; this shows that they are also who signed up.
 * Otherwise whoever signs up with a foreign address would have its holder open the account for
 * them.
 */
@Component
class VerificationProof {
  private final Users users;
  private final PasswordHasher hasher;
  private final LoginThrottle throttle;

  VerificationProof(Users users, PasswordHasher hasher, LoginThrottle throttle) {
    this.users = users;
    this.hasher = hasher;
    this.throttle = throttle;
  }

  /**
   * True if this person is the user by their session or by the password; false where the account
   * has no password to show. Refuses with 403 {@code password_needed} or {@code wrong_password}, or
   * with 429.
   */
  boolean isShown(
      VerificationRepository.Verification verification,
      CurrentPerson person,
      @Nullable String password,
      Browser browser) {
    UUID userId = verification.userId();
    if (person.user().filter(user -> user.userId().equals(userId)).isPresent()) {
      return true;
    }
    Optional<String> hash =
        users
            .credentials(verification.email())
            .filter(owner -> owner.userId().equals(userId))
            .map(Credentials::passwordHash);
    hash.ifPresent(kept -> check(verification, password, kept, browser));
    return hash.isPresent();
  }

  private void check(
      VerificationRepository.Verification verification,
      @Nullable String password,
      String hash,
      Browser browser) {
    if (password == null || password.isEmpty()) {
      throw new Refusal(
          403,
          "password_needed",
          "Nobody is logged in here with this address. Enter the password you signed up with.");
    }
    LoginThrottle.Try attempt =
        throttle.count(verification.email(), Optional.of(verification.userId()), browser);
    if (!hasher.matches(password, hash)) {
      throw new Refusal(403, "wrong_password", "That is not the password of this account.");
    }
    throttle.forgive(attempt);
  }
}
