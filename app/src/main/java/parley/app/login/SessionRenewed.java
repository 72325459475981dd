package parley.app.login;

import java.util.UUID;

/** A session has a new token; whatever still holds the old one must come again with the new. */
public record SessionRenewed(UUID sessionId, UUID userId) {}
