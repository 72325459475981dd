package parley.app.login.recovery;

import java.util.UUID;
import parley.app.login.SecretChanged;
import parley.app.shared.Auditable;

/** A user chose another password; all other sessions are over. */
public record PasswordChanged(UUID userId) implements Auditable, SecretChanged {
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
    return "password_changed";
  }
}
