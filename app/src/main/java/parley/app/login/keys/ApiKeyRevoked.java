package parley.app.login.keys;

import java.util.UUID;
import parley.app.shared.Auditable;

/** Somebody revoked one of their API keys; it is dead from this moment. */
public record ApiKeyRevoked(UUID keyId, UUID userId) implements Auditable {
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
    return "revoked";
  }
}
