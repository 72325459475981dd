package parley.app.users;

import java.util.Map;
import java.util.UUID;
import parley.app.shared.Auditable;

/** Somebody restored their account before it was erased. */
public record UserReturned(UUID userId) implements Auditable {
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
    return "restored";
  }

  @Override
  public Map<String, Object> before() {
    return Map.of("status", "deleted");
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("status", "active");
  }
}
