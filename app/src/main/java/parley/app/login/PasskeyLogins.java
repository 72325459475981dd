package parley.app.login;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import parley.app.login.factors.Passkeys;
import parley.app.shared.ClientAddress;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;
import tools.jackson.databind.JsonNode;

/** Lets people in by a passkey. */
@Service
class PasskeyLogins {
  /** For whom the challenges are: whoever stands before the door. */
  static final String HOLDER = "log-in";

  private static final String ADDRESS = "passkey address";

  private final Passkeys passkeys;
  private final EntryChecks checks;
  private final Entry entry;
  private final RateLimits limits;
  private final ApplicationEventPublisher events;

  PasskeyLogins(
      Passkeys passkeys,
      EntryChecks checks,
      Entry entry,
      RateLimits limits,
      ApplicationEventPublisher events) {
    this.passkeys = passkeys;
    this.checks = checks;
    this.entry = entry;
    this.limits = limits;
    this.events = events;
  }

  /**
   * Refuses with 403 {@code passkey_refused}, {@code passkey_unknown}, {@code account_suspended} or
   * {@code account_deleted} or {@code email_not_verified}, or with 429.
   */
  Entered logIn(JsonNode answer, Browser browser) {
    ClientAddress address = browser.address();
    limits.count(ADDRESS, LimitSettings::loginPerAddress, address);
    UUID userId = owner(answer);
    limits.giveBack(ADDRESS, LimitSettings::loginPerAddress, address);
    checks.require(userId);
    checks.requirePresent(userId);
    return entry.enter(userId, browser);
  }

  private UUID owner(JsonNode answer) {
    try {
      return passkeys.assertion(answer, HOLDER, Optional.empty());
    } catch (Refusal refusal) {
      events.publishEvent(new LoginFailed(null));
      throw refusal;
    }
  }
}
