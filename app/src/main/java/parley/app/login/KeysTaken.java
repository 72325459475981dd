package parley.app.login;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Auditable;

/**
 * An account was given back to the holder of its address; whatever else opened it does so no
 * longer.
 *
 * @param since what was added from then on is not to be trusted
 */
public record KeysTaken(UUID userId, Instant since) implements Auditable {
  @Override
  public @Nullable UUID actorUserId() {
    return null;
  }

  @Override
  public String entityType() {
    return "user";
  }

  @Override
  public String entityId() {
    return userId.toString();
  }

  @Override
  public String action() {
    return "revoked";
  }
}
