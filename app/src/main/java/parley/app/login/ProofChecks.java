package parley.app.login;

import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.shared.Refusal;
import parley.app.users.Credentials;
import parley.app.users.User;
import parley.app.users.Users;

/** Compares what somebody shows with what belongs to them. */
@Component
class ProofChecks {
  private final Users users;
  private final PasswordHasher hasher;
  private final MailedCodes mailedCodes;

  ProofChecks(Users users, PasswordHasher hasher, MailedCodes mailedCodes) {
    this.users = users;
    this.hasher = hasher;
    this.mailedCodes = mailedCodes;
  }

  /** Refuses with 403 {@code wrong_password} or {@code wrong_code}. */
  void check(User user, UUID sessionId, ShownProof shown) {
    if (shown.way().equals(ProofWays.PASSWORD)) {
      checkPassword(user, shown);
    } else if (!mailedCodes.use(sessionId, String.valueOf(shown.mailCode()).strip())) {
      throw wrongCode();
    }
  }

  private void checkPassword(User user, ShownProof shown) {
    String hash = users.credentials(user.email()).map(Credentials::passwordHash).orElse(null);
    if (!hasher.matches(String.valueOf(shown.password()), hash)) {
      throw new Refusal(403, "wrong_password", "That is not your password.");
    }
  }

  static Refusal wrongCode() {
    return new Refusal(403, "wrong_code", "That code does not fit, or no longer.");
  }
}
