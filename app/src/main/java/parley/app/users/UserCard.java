package parley.app.users;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the console shows of one user.
 *
 * @param facts what the other rooms know, each under its name
 * @param deeds what whoever looks may do: {@code suspend}, {@code restore}, {@code end_sessions},
 *     {@code resend}, {@code grant}
 */
record UserCard(
    UserLine user, @Nullable String fullName, Map<String, Object> facts, List<String> deeds) {}
