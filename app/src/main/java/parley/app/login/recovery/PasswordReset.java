package parley.app.login.recovery;

import java.util.UUID;
import parley.app.shared.Auditable;

/** A new password was chosen by a mailed link; all sessions are over. */
public record PasswordReset(UUID userId) implements Auditable {
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
    return "password_reset";
  }
}
