package parley.app.users.privacy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code data_exports}.
 *
 * @param step the room that is being packed; null before and after
 * @param attempt which packer it has: 1 for the first one
 * @param expiresAt when the archive is deleted; null as long as it is not ready
 */
record DataExport(
    UUID id,
    UUID userId,
    Status status,
    Instant requestedAt,
    @Nullable String step,
    int stepsDone,
    int stepsAll,
    @Nullable Instant readyAt,
    @Nullable Instant expiresAt,
    @Nullable Long sizeBytes,
    int attempt) {

  enum Status {
    WAITING,
    PACKING,
    READY,
    FAILED,
    EXPIRED
  }

  boolean isReady(Instant now) {
    return status == Status.READY && expiresAt != null && now.isBefore(expiresAt);
  }
}
