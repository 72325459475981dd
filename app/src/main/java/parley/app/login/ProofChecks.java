package parley.app.login;

import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.login.factors.ShownFactor;
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
  private final FactorChecks factors;

  ProofChecks(Users users, PasswordHasher hasher, MailedCodes mailedCodes, FactorChecks factors) {
    this.users = users;
    this.hasher = hasher;
    this.mailedCodes = mailedCodes;
    this.factors = factors;
  }

  /**
   * Refuses with 403 {@code wrong_password}, {@code wrong_code} or {@code passkey_refused}.
   *
   * @param needsSecond whether a code has to go with it, unless it is a passkey
   */
  void check(User user, UUID sessionId, ShownProof shown, boolean needsSecond, Browser browser) {
    String holder = holder(sessionId);
    switch (shown.way()) {
      case ProofWays.PASSKEY -> {
        factors.check(user.id(), new ShownFactor(null, null, shown.passkey()), holder, browser);
        return;
      }
      case ProofWays.PASSWORD -> checkPassword(user, shown);
      default -> checkMailed(sessionId, shown);
    }
    if (needsSecond) {
      factors.check(user.id(), shown.second(), holder, browser);
    }
  }

  /** For whom the challenges of a session's proofs are. */
  static String holder(UUID sessionId) {
    return "proof " + sessionId;
  }

  private void checkPassword(User user, ShownProof shown) {
    String hash = users.credentials(user.email()).map(Credentials::passwordHash).orElse(null);
    if (!hasher.matches(String.valueOf(shown.password()), hash)) {
      throw new Refusal(403, "wrong_password", "That is not your password.");
    }
  }

  private void checkMailed(UUID sessionId, ShownProof shown) {
    if (!mailedCodes.use(sessionId, String.valueOf(shown.mailCode()).strip())) {
      throw new Refusal(403, "wrong_code", "That code does not fit, or no longer.");
    }
  }
}
