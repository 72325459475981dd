package parley.app.users;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Coming back after deleting one's account, for {@code login}, which knows who somebody is. */
public interface AccountReturns {
  /**
   * Until when somebody who deleted their account may restore it; empty for everybody else and when
   * it is too late or staff do not let them.
   */
  Optional<Instant> restorableUntil(UUID userId);

  /** Restores the account; refuses with 410 {@code account_erased} when it is too late. */
  void restore(UUID userId);
}
