package parley.app.users;

import java.util.Map;
import java.util.UUID;
import parley.app.shared.Auditable;

/** Somebody proved that their address is theirs. */
public record EmailVerified(UUID userId) implements Auditable {
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
    return "updated";
  }

  @Override
  public Map<String, Object> before() {
    return Map.of("emailVerified", false);
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("emailVerified", true);
  }
}
