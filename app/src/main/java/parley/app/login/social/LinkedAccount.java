package parley.app.login.social;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code linked_accounts}: an account at a provider that opens a user's.
 *
 * @param email what the provider called its address when it was linked
 */
record LinkedAccount(
    String provider, UUID userId, @Nullable String email, Instant linkedAt, Instant lastUsedAt) {}
