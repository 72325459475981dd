package parley.app.users;

import java.util.Map;
import java.util.UUID;
import parley.app.shared.Auditable;

/** Staff let a suspended user in again. */
public record UserRestored(UUID userId, UUID by) implements Auditable {
  @Override
  public UUID actorUserId() {
    return by;
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
    return "restored";
  }

  @Override
  public Map<String, Object> before() {
    return Map.of("status", UserStatus.SUSPENDED.spelled());
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("status", UserStatus.ACTIVE.spelled());
  }
}
