package parley.app.users;

import java.util.Map;
import java.util.UUID;
import parley.app.shared.Auditable;

/** Somebody logs in in two steps from now on, or in one again. */
public record SecondFactorChanged(UUID userId, boolean on) implements Auditable {
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
  public Map<String, Object> before() {
    return Map.of("twoFaEnabled", !on);
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("twoFaEnabled", on);
  }
}
