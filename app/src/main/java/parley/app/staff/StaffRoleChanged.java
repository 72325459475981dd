package parley.app.staff;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Auditable;

/**
 * Somebody was given a staff role, got another one, or lost it.
 *
 * @param from,to null for none
 * @param by who changed it; null for the first administrator, whom the setup link makes
 */
public record StaffRoleChanged(
    UUID userId, @Nullable StaffRole from, @Nullable StaffRole to, @Nullable UUID by)
    implements Auditable {
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
  public Map<String, Object> before() {
    return told(from);
  }

  @Override
  public Map<String, Object> after() {
    return told(to);
  }

  private static Map<String, Object> told(@Nullable StaffRole role) {
    return Map.of("staffRole", role == null ? "none" : role.spelled());
  }
}
