package parley.app.login;

import org.springframework.stereotype.Component;
import parley.app.shared.ClientAddress;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;
import parley.app.users.Users;

/**
 * Bounds how many users one network address makes, and how many addresses it can find out to be
 * taken.
 */
@Component
public class SignUpThrottle {
  private static final String SIGN_UP = "sign-up";
  private static final String TAKEN = "taken";

  private final RateLimits limits;

  SignUpThrottle(RateLimits limits) {
    this.limits = limits;
  }

  /** Counts a sign-up. */
  void count(Browser browser) {
    limits.count(SIGN_UP, LimitSettings::signUp, browser.address());
  }

  /**
   * Does what may refuse with {@code email_taken}. Who was told that too often is refused whatever
   * the address. Counted before the answer is known, so that asking many times at once tells no
   * more.
   *
   * @param look short: whoever asks from the same address meanwhile counts too
   */
  public void whereTaken(Browser browser, Runnable look) {
    ClientAddress address = browser.address();
    limits.count(TAKEN, LimitSettings::emailTaken, address);
    try {
      look.run();
    } catch (Refusal refusal) {
      if (!refusal.code().equals(Users.EMAIL_TAKEN)) {
        limits.giveBack(TAKEN, LimitSettings::emailTaken, address);
      }
      throw refusal;
    }
    limits.giveBack(TAKEN, LimitSettings::emailTaken, address);
  }
}
