package parley.app.login.invitations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.users.EmailAddress;

/**
 * A row of {@code signup_invitations}.
 *
 * @param sentAt when the mail was written last
 */
record Invitation(
    UUID id,
    EmailAddress email,
    @Nullable UUID invitedBy,
    Instant createdAt,
    Instant sentAt,
    Instant expiresAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant revokedAt) {
  /** {@code accepted}, {@code revoked}, {@code expired} or {@code open}. */
  String state(Instant now) {
    if (acceptedAt != null) {
      return "accepted";
    }
    if (revokedAt != null) {
      return "revoked";
    }
    return now.isBefore(expiresAt) ? "open" : "expired";
  }
}
