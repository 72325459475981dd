package parley.app.users;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@code login} compares a password with.
 *
 * @param passwordHash null for somebody who has no password
 * @param passwordChangedAt when the user chose it; null for somebody who has none
 */
public record Credentials(
    UUID userId,
    @Nullable String passwordHash,
    UserStatus status,
    @Nullable Instant passwordChangedAt) {

  @Override
  public String toString() {
    return "Credentials[" + userId + "]";
  }
}
