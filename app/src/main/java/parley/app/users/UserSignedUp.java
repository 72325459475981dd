package parley.app.users;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import parley.app.shared.Auditable;

/** Somebody became a user. */
public record UserSignedUp(UUID userId, UserRole role, String signupSource) implements Auditable {
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
    return "signed_up";
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("role", role.name().toLowerCase(Locale.ROOT), "signupSource", signupSource);
  }
}
