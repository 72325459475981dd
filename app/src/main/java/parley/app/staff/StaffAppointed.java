package parley.app.staff;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Auditable;

/**
 * Somebody was given a staff role.
 *
 * @param by who gave it; null for the first administrator, whom the setup link makes
 */
public record StaffAppointed(UUID userId, StaffRole role, @Nullable UUID by) implements Auditable {
  @Override
  public @Nullable UUID actorUserId() {
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
    return "role_changed";
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("staffRole", role.spelled());
  }
}
