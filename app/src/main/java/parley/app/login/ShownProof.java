package parley.app.login;

import org.jspecify.annotations.Nullable;
import parley.app.login.factors.ShownFactor;
import parley.app.shared.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * What somebody shows to confirm that it is them: a passkey, or one of the first two together with
 * a code where the account asks for one.
 *
 * @param mailCode the six digits that were mailed
 * @param code of the authenticator app
 * @param passkey what {@code navigator.credentials.get} gave, as its JSON
 */
record ShownProof(
    @Nullable String password,
    @Nullable String mailCode,
    @Nullable String code,
    @Nullable String recoveryCode,
    @Nullable JsonNode passkey) {
  /** One of {@link ProofWays}; refuses with 400 when nothing is shown. */
  String way() {
    if (passkey != null) {
      return ProofWays.PASSKEY;
    }
    if (password != null && !password.isEmpty()) {
      return ProofWays.PASSWORD;
    }
    if (mailCode != null && !mailCode.isBlank()) {
      return ProofWays.MAIL_CODE;
    }
    throw Refusal.invalid("password", "Your password is missing.");
  }

  /** What is shown besides; refuses with 400 when nothing is. */
  ShownFactor second() {
    if (isBlank(code) && isBlank(recoveryCode)) {
      throw Refusal.invalid("code", "The code of your authenticator app is missing.");
    }
    return new ShownFactor(code, isBlank(recoveryCode) ? null : recoveryCode, null);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  @Override
  public String toString() {
    return "ShownProof[…]";
  }
}
