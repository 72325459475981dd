package parley.app.login.keys;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import parley.app.shared.Auditable;
import parley.app.shared.KeyScope;

/** Somebody made a personal API key. */
public record ApiKeyMade(UUID keyId, UUID userId, Set<KeyScope> scopes) implements Auditable {
  public ApiKeyMade {
    scopes = Set.copyOf(scopes);
  }

  @Override
  public UUID actorUserId() {
    return userId;
  }

  @Override
  public String entityType() {
    return "api_key";
  }

  @Override
  public String entityId() {
    return keyId.toString();
  }

  @Override
  public String action() {
    return "created";
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("scopes", scopes.stream().map(KeyScope::spelled).sorted().toList());
  }
}
