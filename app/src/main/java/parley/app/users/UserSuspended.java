package parley.app.users;

import java.util.Map;
import java.util.UUID;
import parley.app.shared.Auditable;

/**
 * Staff sent a user away: from this commit on nothing lets them in.
 *
 * @param by who of the staff
 * @param note why
 */
public record UserSuspended(UUID userId, UUID by, String note) implements Auditable {
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
    return "suspended";
  }

  @Override
  public Map<String, Object> before() {
    return Map.of("status", UserStatus.ACTIVE.spelled());
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("status", UserStatus.SUSPENDED.spelled());
  }

  @Override
  public String toString() {
    return "UserSuspended[" + userId + "]";
  }
}
