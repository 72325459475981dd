package parley.app.shared;

import java.util.UUID;

/**
 * A user who has proven to be that user.
 *
 * @param userId row of {@code users}
 * @param sessionId the login session or API key it was proven with
 */
public record SignedInUser(UUID userId, UUID sessionId) {}
