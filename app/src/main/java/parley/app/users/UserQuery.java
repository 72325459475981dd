package parley.app.users;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which users staff look for.
 *
 * @param text see {@link UserSearch.Wanted}
 * @param role a role behind the counter, or null for everybody
 * @param cursor the id after which to go on, or null
 */
record UserQuery(
    String text, @Nullable UserStatus status, @Nullable String role, @Nullable UUID cursor) {}
