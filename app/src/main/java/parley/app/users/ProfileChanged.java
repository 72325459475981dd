package parley.app.users;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import parley.app.shared.Auditable;

/**
 * Somebody changed what they say of themselves. What they say does not go into the audit trail.
 *
 * @param fields which parts, as the JSON names them; {@code picture} for the picture
 */
public record ProfileChanged(UUID userId, List<String> fields) implements Auditable {
  public ProfileChanged {
    fields = List.copyOf(fields);
  }

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
    return "updated";
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("fields", fields);
  }
}
