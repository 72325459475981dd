package parley.app.login.recovery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Auditable;

/** Somebody asked for a link by which the password can be changed. */
public record PasswordResetRequested(UUID userId) implements Auditable {
  @Override
  public @Nullable UUID actorUserId() {
    return null;
  }

  @Override
  public String entityType() {
    return "password_reset";
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
