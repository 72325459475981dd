package parley.app.users;

import java.util.UUID;
import parley.app.shared.Auditable;

/** A user has another address. The addresses themselves do not go into the audit trail. */
public record EmailChanged(UUID userId) implements Auditable {
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
    return "email_changed";
  }
}
