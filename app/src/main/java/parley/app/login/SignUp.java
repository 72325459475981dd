package parley.app.login;

import java.util.Optional;
import org.springframework.stereotype.Service;
import parley.app.mail.Mails;
import parley.app.users.UserRole;

/** Makes a user of somebody who comes with an e-mail address and a password, and lets them in. */
@Service
class SignUp {
  private final SignUpRules allowed;
  private final PasswordRules rules;
  private final PasswordHasher hasher;
  private final SignUpThrottle throttle;
  private final Newcomers newcomers;
  private final Mails mails;

  SignUp(
      SignUpRules allowed,
      PasswordRules rules,
      PasswordHasher hasher,
      SignUpThrottle throttle,
      Newcomers newcomers,
      Mails mails) {
    this.allowed = allowed;
    this.rules = rules;
    this.hasher = hasher;
    this.throttle = throttle;
    this.newcomers = newcomers;
    this.mails = mails;
  }

  /**
   * Empty for somebody who must prove their address before they are let in. Refuses with {@code
   * invalid_request}, {@code weak_password}, {@code email_taken}, 429 or as {@link
   * SignUpRules#check}.
   */
  Optional<Entered> signUp(SignUpForm form, Browser browser) {
    SignUpForm.Checked checked = check(form);
    throttle.count(browser);
    allowed.check(checked.email(), checked.invitation().orElse(null));
    throttle.whereTaken(browser, () -> allowed.requireFree(checked.email()));
    return newcomers.welcome(checked, hash(checked), UserRole.USER, browser);
  }

  /** Refuses a form that is wrong, whose password is too weak, or whose address gets no mail. */
  SignUpForm.Checked check(SignUpForm form) {
    SignUpForm.Checked checked = form.check();
    rules.check(
        checked.password(),
        checked.email().value(),
        checked.email().localPart(),
        checked.displayName().value());
    mails.requireReachable("email", checked.email().value());
    return checked;
  }

  /** The slow part, never inside a transaction. */
  String hash(SignUpForm.Checked checked) {
    return hasher.hash(checked.password());
  }
}
