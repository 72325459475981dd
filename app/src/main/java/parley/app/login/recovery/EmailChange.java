package parley.app.login.recovery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.users.EmailAddress;

/**
 * A row of {@code email_changes}.
 *
 * @param expiresAt until when the new address can be confirmed
 * @param confirmedAt when it was
 */
record EmailChange(
    UUID id,
    UUID userId,
    EmailAddress oldEmail,
    EmailAddress newEmail,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant confirmedAt) {}
