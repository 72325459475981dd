package parley.app.users;

import java.util.UUID;

/**
 * What this user may do has changed: whoever is logged in as them has to log in anew, and takes
 * nothing along from before.
 */
public record RightsChanged(UUID userId) {}
