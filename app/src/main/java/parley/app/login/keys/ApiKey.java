package parley.app.login.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.KeyScope;

/**
 * A row of {@code api_keys} that was not revoked.
 *
 * @param ending the last characters of the key
 * @param expiresAt null for one that holds until it is revoked
 * @param lastUsedAt true to a minute; null for one that was never used
 */
record ApiKey(
    UUID id,
    UUID userId,
    String name,
    String ending,
    Set<KeyScope> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt) {
  private static final Duration GRAIN = Duration.ofMinutes(1);

  boolean isLive(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }

  /** Whether the last use is so old that the row should say so. */
  boolean isDueForNote(Instant now) {
    return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(GRAIN));
  }
}
