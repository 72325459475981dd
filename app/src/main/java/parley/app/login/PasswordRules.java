package parley.app.login;

import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import parley.app.shared.Refusal;

/**
 * Which passwords are good enough: at least 8 characters, not one of the first that anybody would
 * try (NIST SP 800-63B §3.1.1.2). No rule about kinds of characters.
 */
@Component
public class PasswordRules {
  private static final int SHORTEST = 8;
  private static final int LONGEST = PasswordHasher.LONGEST;

  private final BreachedPasswords breached;

  PasswordRules(BreachedPasswords breached) {
    this.breached = breached;
  }

  /**
   * Refuses with 400 {@code weak_password} and says why.
   *
   * @param about what is known of the person: address and names, none of which may be the password
   */
  public void check(String password, String... about) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      throw weak("Choose a password of at least 8 characters.");
    }
    if (length > LONGEST) {
      throw weak("Choose a password of at most 1,024 characters.");
    }
    if (breached.contains(password) || password.chars().distinct().count() == 1) {
      throw weak("This password is among the first that attackers try. Choose another.");
    }
    String lower = password.toLowerCase(Locale.ROOT);
    if (Stream.of(about).anyMatch(known -> lower.equals(known.toLowerCase(Locale.ROOT)))) {
      throw weak("A password may not be your name or your e-mail address.");
    }
  }

  private static Refusal weak(String sentence) {
    return new Refusal(400, "weak_password", sentence);
  }
}
