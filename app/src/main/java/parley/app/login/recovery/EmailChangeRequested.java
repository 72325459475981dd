package parley.app.login.recovery;

import java.util.UUID;
import parley.app.shared.Auditable;

/** A user asked for another e-mail address, which both mailboxes are told. */
public record EmailChangeRequested(UUID userId) implements Auditable {
  @Override
  public UUID actorUserId() {
    return userId;
  }

  @Override
  public String entityType() {
    return "email_change";
  }

  @Override
  public String entityId() {
    return userId.toString();
  }

  @Override
  public String action() {
    return "requested";
  }
}
