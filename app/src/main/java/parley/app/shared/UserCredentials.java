package parley.app.shared;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tells which user a credential belongs to. Implemented by {@code login}; asked at every request.
 */
public interface UserCredentials {
  /** The name of the session cookie. */
  String SESSION_COOKIE = "parley_session";

  /** The user of this value of the session cookie; empty if it is unknown, ended or expired. */
  Optional<SignedInUser> bySessionCookie(String value);

  /** The user of this bearer token (an API key); empty if it is none of ours. */
  Optional<SignedInUser> byBearer(String token);

  /**
   * Which of these sessions hold no longer, for whatever reason: ended, expired, or the user may
   * not come in any more. For whatever a session opened and outlives its request.
   */
  Set<UUID> over(Collection<UUID> sessionIds);
}
