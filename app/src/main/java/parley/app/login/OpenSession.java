package parley.app.login;

import java.time.Instant;
import java.util.UUID;
import parley.app.shared.ClientAddress;

/** A session as its owner may see it. */
record OpenSession(
    UUID id,
    String userAgent,
    ClientAddress address,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt) {}
