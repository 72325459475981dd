package parley.app.login;

import org.springframework.stereotype.Component;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;

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

  /**
   * Counts a sign-up. Who was told too often that an address is taken is refused whatever the
   * address.
   */
  void count(Browser browser) {
    String address = browser.address().limitKey();
    limits.check(TAKEN, LimitSettings::emailTaken, address);
    limits.count(SIGN_UP, LimitSettings::signUp, address);
  }

  /** Refuses whoever was told too often that an address is taken, whatever the address. */
  public void check(Browser browser) {
    limits.check(TAKEN, LimitSettings::emailTaken, browser.address().limitKey());
  }

  /** Counts that somebody is told that an address is taken. */
  public void told(Browser browser) {
    limits.count(TAKEN, LimitSettings::emailTaken, browser.address().limitKey());
  }
}
