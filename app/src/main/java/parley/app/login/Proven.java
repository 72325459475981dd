package parley.app.login;

import java.util.Map;
import java.util.UUID;
import parley.app.shared.Auditable;

/**
 * Somebody who is logged in confirmed, or failed to confirm, that it is still them.
 *
 * @param way of {@link ProofWays}
 * @param right whether it was the right password, code or passkey
 */
record Proven(UUID userId, UUID sessionId, String way, boolean right) implements Auditable {
  @Override
  public UUID actorUserId() {
    return userId;
  }

  @Override
  public String entityType() {
    return "session";
  }

  @Override
  public String entityId() {
    return sessionId.toString();
  }

  @Override
  public String action() {
    return right ? "proven" : "failed";
  }

  @Override
  public Map<String, Object> after() {
    return Map.of("way", way);
  }
}
