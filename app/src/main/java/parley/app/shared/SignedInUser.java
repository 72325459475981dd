package parley.app.shared;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A user who has proven to be that user.
 *
 * @param userId row of {@code users}
 * @param sessionId the login session or API key it was proven with
 * @param keyScopes what the API key may do; empty for a session, which may do all that its user may
 */
public record SignedInUser(UUID userId, UUID sessionId, Optional<Set<KeyScope>> keyScopes) {
  /** By a login session. */
  public SignedInUser(UUID userId, UUID sessionId) {
    this(userId, sessionId, Optional.empty());
  }
}
