package parley.app.login.invitations;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Auditable;

/**
 * Something happened to an invitation. The address does not go into the audit trail.
 *
 * @param action invited, resent, revoked or accepted
 */
record InvitationNoted(UUID invitationId, @Nullable UUID actorUserId, String action)
    implements Auditable {
  @Override
  public String entityType() {
    return "invitation";
  }

  @Override
  public String entityId() {
    return invitationId.toString();
  }
}
