package parley.app.login;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One login of one user on one device.
 *
 * @param lastUsedAt true to a minute
 * @param expiresAt when it ends however much it is used
 */
record LoginSession(UUID id, UUID userId, Instant lastUsedAt, Instant expiresAt) {
  private static final Duration GRAIN = Duration.ofMinutes(1);

  boolean isLive(Instant now, Duration idle) {
    return now.isBefore(expiresAt) && now.isBefore(lastUsedAt.plus(idle));
  }

  /**
   * Whether the last use is so old that the row should say so; a write at every request would be
   * waste.
   */
  boolean isDueForNote(Instant now) {
    return !now.isBefore(lastUsedAt.plus(GRAIN));
  }
}
