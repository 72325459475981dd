package parley.app.login;

import java.util.List;
import java.util.Map;
import parley.app.shared.Refusal;

/**
 * How one user can confirm to be that user: one of {@code ways} and, where {@code second} is not
 * empty and the way is no passkey, one of {@code second} with it.
 *
 * @param ways of {@code password}, {@code passkey}, {@code mail_code}
 * @param second of {@code totp}, {@code recovery_code}
 */
record ProofWays(List<String> ways, List<String> second) {
  static final String PASSWORD = "password";
  static final String PASSKEY = "passkey";
  static final String MAIL_CODE = "mail_code";

  /** 403 {@code step_up_needed}, telling the ways. */
  Refusal needed() {
    String sentence =
        ways.isEmpty()
            ? "This needs a fresh log-in, and your account has no way for that yet. Set a password first."
            : "Confirm that it is you.";
    return new Refusal(403, "step_up_needed", sentence, Map.of("ways", ways, "second", second));
  }

  /** 403 {@code step_up_needed} for whoever is no browser: an API key proves nothing. */
  static Refusal onlyInABrowser() {
    return new Refusal(
        403,
        "step_up_needed",
        "This can only be done in a browser, by somebody who has logged in there.",
        Map.of("ways", List.of(), "second", List.of()));
  }
}
