package parley.app.users;

import java.util.UUID;
import parley.app.shared.Auditable;

/** Staff looked at a user's account. */
public record UserViewed(UUID userId, UUID by) implements Auditable {
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
    return "viewed";
  }
}
