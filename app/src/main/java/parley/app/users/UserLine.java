package parley.app.users;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of the console shows of a user.
 *
 * @param email masked for whoever need not know it
 * @param role the role behind the counter, or {@code user}
 */
record UserLine(
    UUID id,
    String displayName,
    String email,
    boolean emailVerified,
    String role,
    String status,
    Instant createdAt,
    @Nullable Instant lastLoginAt) {}
