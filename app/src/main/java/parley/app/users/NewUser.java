package parley.app.users;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is about to become a user by e-mail and password.
 *
 * @param passwordHash what {@code login} made of the password, never the password
 */
public record NewUser(
    EmailAddress email,
    String passwordHash,
    @Nullable PersonName fullName,
    PersonName displayName,
    UserRole role) {}
