package parley.app.users;

import java.util.Map;
import java.util.UUID;
import parley.app.shared.Auditable;

/**
 * Staff searched among the users. What for is not kept: it is somebody's name or address.
 *
 * @param found how many were shown
 */
public record UsersSearched(UUID by, int found) implements Auditable {
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
    return "all";
  }

  @Override
  public String action() {
    return "searched";
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("found", found);
  }
}
