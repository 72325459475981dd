package parley.app.users;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@code login} compares a password with.
 *
 * @param passwordHash null for somebody who has no password
 */
public record Credentials(UUID userId, @Nullable String passwordHash, UserStatus status) {

  @Override
  public String toString() {
    return "Credentials[" + userId + "]";
  }
}
