package parley.app.login;

import org.jspecify.annotations.Nullable;
import parley.app.shared.Refusal;

/**
 * What somebody shows to confirm that it is them: one of the first two, with a code where the
 * account asks for one.
 *
 * @param mailCode the six digits that were mailed
 */
record ShownProof(@Nullable String password, @Nullable String mailCode) {
  /** One of {@link ProofWays}; refuses with 400 when nothing is shown. */
  String way() {
    if (password != null && !password.isEmpty()) {
      return ProofWays.PASSWORD;
    }
    if (mailCode != null && !mailCode.isBlank()) {
      return ProofWays.MAIL_CODE;
    }
    throw Refusal.invalid("password", "Your password is missing.");
  }

  @Override
  public String toString() {
    return "ShownProof[…]";
  }
}
