package parley.app.login;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Auditable;

/**
 * A wrong password, or an address nobody has.
 *
 * @param userId whose password it was not; null for an unknown address, which is not kept
 */
public record LoginFailed(@Nullable UUID userId) implements Auditable {
  @Override
  public @Nullable UUID actorUserId() {
    return null;
  }

  @Override
  public String entityType() {
    return "user";
  }

  @Override
  public String entityId() {
    return userId == null ? "unknown" : userId.toString();
  }

  @Override
  public String action() {
    return "login_failed";
  }
}
