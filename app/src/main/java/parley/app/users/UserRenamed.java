package parley.app.users;

import java.util.UUID;
import parley.app.shared.Auditable;

/** Somebody changed what they are called. The names themselves do not go into the audit trail. */
public record UserRenamed(UUID userId, PersonName displayName) implements Auditable {
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
}
