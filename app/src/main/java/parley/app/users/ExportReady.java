package parley.app.users;

import java.time.Instant;
import java.util.UUID;

/** The archive with everything about a user can be fetched. */
public record ExportReady(UUID userId, UUID exportId, Instant expiresAt) {}
