package parley.app.login;

import java.util.UUID;
import parley.app.shared.Auditable;

/**
 * A session is over, by logging out or by being ended from elsewhere: whatever it opened must
 * close.
 */
public record SessionEnded(UUID sessionId, UUID userId) implements Auditable {
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
    return "logged_out";
  }
}
