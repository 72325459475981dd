package parley.app.users;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import parley.app.shared.Auditable;

/**
 * Somebody deleted their account: from this commit on nothing lets them in, and unless they restore
 * it everything of them is erased later.
 *
 * @param restorableUntil from when on it is erased
 */
public record UserDeleted(UUID userId, Instant restorableUntil) implements Auditable {
  @Override
  public UUID actorUserId() {
    return userId;
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
    return "deleted";
  }

  @Override
  public Map<String, Object> before() {
    return Map.of("status", "active");
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("status", "deleted");
  }
}
