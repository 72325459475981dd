package parley.app.login;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.shared.ClientAddress;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.users.EmailAddress;

/**
 * Slows down guessing, more and more: ten tries at once, then one in 90 seconds, and after forty in
 * a day one in 36 minutes. A try is counted before the password is compared and taken back when it
 * was right, so that a school behind one address can log in at eight o'clock.
 */
@Component
class LoginThrottle {
  private static final String ADDRESS = "login address";
  private static final String ACCOUNT = "login account";
  private static final String DEVICE = "login device";
  private static final String ADDRESS_DAY = "login address, day";
  private static final String ACCOUNT_DAY = "login account, day";

  private final RateLimits limits;
  private final KnownDevices devices;

  LoginThrottle(RateLimits limits, KnownDevices devices) {
    this.limits = limits;
    this.devices = devices;
  }

  /**
   * Counts a try at this account from this browser; refuses with 429 when there were too many.
   *
   * @param userId whose account it is, if it is anybody's
   */
  Try count(EmailAddress email, Optional<UUID> userId, Browser browser) {
    Optional<SecretToken> known =
        userId.flatMap(id -> browser.device().filter(device -> devices.knows(id, device)));
    var attempt = new Try(browser.address(), email.value(), known);
    count(attempt);
    return attempt;
  }

  private void count(Try attempt) {
    limits.check(ADDRESS, LimitSettings::loginPerAddress, attempt.address());
    limits.check(ADDRESS_DAY, LimitSettings::loginPerAddressADay, attempt.address());
    if (attempt.knownDevice().isPresent()) {
      limits.count(DEVICE, LimitSettings::loginPerDevice, attempt.accountKey());
    } else {
      limits.check(ACCOUNT_DAY, LimitSettings::loginPerAccountADay, attempt.accountKey());
      limits.count(ACCOUNT, LimitSettings::loginPerAccount, attempt.accountKey());
      limits.count(ACCOUNT_DAY, LimitSettings::loginPerAccountADay, attempt.accountKey());
    }
    limits.count(ADDRESS, LimitSettings::loginPerAddress, attempt.address());
    limits.count(ADDRESS_DAY, LimitSettings::loginPerAddressADay, attempt.address());
  }

  /** Takes a try back. */
  void forgive(Try attempt) {
    if (attempt.knownDevice().isPresent()) {
      limits.giveBack(DEVICE, LimitSettings::loginPerDevice, attempt.accountKey());
    } else {
      limits.giveBack(ACCOUNT, LimitSettings::loginPerAccount, attempt.accountKey());
      limits.giveBack(ACCOUNT_DAY, LimitSettings::loginPerAccountADay, attempt.accountKey());
    }
    limits.giveBack(ADDRESS, LimitSettings::loginPerAddress, attempt.address());
    limits.giveBack(ADDRESS_DAY, LimitSettings::loginPerAddressADay, attempt.address());
  }

  /**
   * One try to log in.
   *
   * @param address where it comes from
   * @param account the e-mail address as it is compared, whether somebody has it or not
   * @param knownDevice the device, if this user logged in on it before
   */
  record Try(ClientAddress address, String account, Optional<SecretToken> knownDevice) {
    String accountKey() {
      return knownDevice.map(device -> account + " " + device.value()).orElse(account);
    }
  }
}
