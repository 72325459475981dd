package parley.app.login.recovery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Auditable;

/**
 * The holder of the old address said that the change to another was not theirs: the old address
 * holds again, all sessions are over and the password works no longer.
 *
 * @param since when the change was asked for; what was added to the account since then is not to be
 *     trusted
 */
public record EmailChangeStopped(UUID userId, Instant since) implements Auditable {
  @Override
  public @Nullable UUID actorUserId() {
    return null;
  }

  @Override
  public String entityType() {
    return "email_change";
  }

  @Override
  public String entityId() {
    return userId.toString();
  }

  @Override
  public String action() {
    return "revoked";
  }
}
