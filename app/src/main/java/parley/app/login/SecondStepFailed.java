package parley.app.login;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Auditable;

/** Somebody knew the password and not the second factor. */
record SecondStepFailed(UUID userId) implements Auditable {
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
    return userId.toString();
  }

  @Override
  public String action() {
    return "login_failed";
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("step", 2);
  }
}
