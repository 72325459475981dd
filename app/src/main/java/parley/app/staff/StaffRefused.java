package parley.app.staff;

import java.util.UUID;
import parley.app.shared.Auditable;

/** Somebody asked for what only staff with another role may do. */
public record StaffRefused(UUID userId, Permission permission) implements Auditable {
  @Override
  public UUID actorUserId() {
    return userId;
  }

  @Override
  public String entityType() {
    return "permission";
  }

  @Override
  public String entityId() {
    return permission.spelled();
  }

  @Override
  public String action() {
    return "refused";
  }
}
