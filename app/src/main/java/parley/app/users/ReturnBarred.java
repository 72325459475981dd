package parley.app.users;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Auditable;

/**
 * Staff said whether somebody who deleted their account may restore it.
 *
 * @param by who of the staff
 * @param barred false if they may again
 * @param note why not
 */
public record ReturnBarred(UUID userId, UUID by, boolean barred, @Nullable String note)
    implements Auditable {
  @Override
  public UUID actorUserId() {
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
    return barred ? "suspended" : "restored";
  }

  @Override
  public Map<String, Object> before() {
    return Map.of("mayReturn", barred);
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("mayReturn", !barred);
  }

  @Override
  public String toString() {
    return "ReturnBarred[" + userId + "]";
  }
}
