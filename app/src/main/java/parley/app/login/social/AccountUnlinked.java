package parley.app.login.social;

import java.util.Map;
import java.util.UUID;
import parley.app.login.SecretChanged;
import parley.app.shared.Auditable;

/** An account at a provider opens the user's no longer. */
public record AccountUnlinked(UUID userId, String provider) implements Auditable, SecretChanged {
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
    return "unlinked";
  }

  @Override
  public Map<String, Object> before() {
    return Map.of("provider", provider);
  }
}
