package parley.app.login.social;

import java.util.Map;
import java.util.UUID;
import parley.app.login.SecretChanged;
import parley.app.shared.Auditable;

/** An account at a provider opens a user's from now on. */
public record AccountLinked(UUID userId, String provider) implements Auditable, SecretChanged {
  @Override
  public UUID actorUserId() {
    return userId;
  }

  @Override
  public String entityType() {
    return "linked_account";
  }

  @Override
  public String entityId() {
    return userId.toString();
  }

  @Override
  public String action() {
    return "linked";
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("provider", provider);
  }
}
