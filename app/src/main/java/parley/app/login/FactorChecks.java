package parley.app.login;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import parley.app.login.factors.Passkeys;
import parley.app.login.factors.SecondFactors;
import parley.app.login.factors.ShownFactor;
import parley.app.shared.ClientAddress;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;

/**
 * Looks at the second factor somebody shows. Wrong ones count against the network address as wrong
 * passwords do, and leave an audit line.
 */
@Component
class FactorChecks {
  private static final String ADDRESS = "second step address";

  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final Entry entry;
  private final RateLimits limits;
  private final ApplicationEventPublisher events;

  FactorChecks(
      SecondFactors factors,
      Passkeys passkeys,
      Entry entry,
      RateLimits limits,
      ApplicationEventPublisher events) {
    this.factors = factors;
    this.passkeys = passkeys;
    this.entry = entry;
    this.limits = limits;
    this.events = events;
  }

  /**
   * Refuses with 403 {@code wrong_code} or {@code passkey_refused}, or with 429.
   *
   * @param holder for whom the challenge was that a passkey answers
   */
  void check(UUID userId, ShownFactor shown, String holder, Browser browser) {
    ClientAddress address = browser.address();
    limits.count(ADDRESS, LimitSettings::loginPerAddress, address);
    try {
      compare(userId, shown, holder, browser);
    } catch (Refusal refusal) {
      events.publishEvent(new SecondStepFailed(userId));
      throw refusal;
    }
    limits.giveBack(ADDRESS, LimitSettings::loginPerAddress, address);
  }

  private void compare(UUID userId, ShownFactor shown, String holder, Browser browser) {
    var passkey = shown.passkey();
    if (passkey != null) {
      passkeys.assertion(passkey, holder, Optional.of(userId));
    } else {
      factors.use(userId, shown, entry.knownDevice(userId, browser).map(SecretToken::hash));
    }
  }
}
