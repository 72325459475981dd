package parley.app.login;

import java.util.UUID;
import parley.app.shared.Auditable;

/** Staff ended all sessions of a user. */
public record SessionsRevoked(UUID userId, UUID by) implements Auditable {
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
    return "revoked";
  }
}
