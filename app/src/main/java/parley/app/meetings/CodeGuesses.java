package parley.app.meetings;

import org.springframework.stereotype.Component;
import parley.app.shared.ClientAddress;
import parley.app.shared.CurrentPerson;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;

/**
 * Slows down whoever tries codes. Only wrong ones count, so a right one is never refused for them.
 */
@Component
class CodeGuesses {
  private static final String CODE = "code";

  private final RateLimits limits;

  CodeGuesses(RateLimits limits) {
    this.limits = limits;
  }

  /** Counts a wrong code or invite; refuses with 429 when the address or the user had too many. */
  void wrong(CurrentPerson person, ClientAddress address) {
    limits.count(CODE, LimitSettings::wrongCode, address);
    person
        .user()
        .ifPresent(user -> limits.count(CODE, LimitSettings::wrongCode, user.userId().toString()));
  }
}
