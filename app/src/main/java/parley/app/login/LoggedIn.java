package parley.app.login;

import java.util.Map;
import java.util.UUID;
import parley.app.shared.Auditable;

/**
 * Somebody logged in.
 *
 * @param newDevice whether this user has logged in before, but never from this device
 */
public record LoggedIn(UUID userId, boolean newDevice) implements Auditable {
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
    return "logged_in";
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("newDevice", newDevice);
  }
}
