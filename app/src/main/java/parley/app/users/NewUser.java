package parley.app.users;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is about to become a user.
 *
 * @param emailVerified whether it is proven already that the address is theirs
 * @param passwordHash what {@code login} made of the password, never the password; null for who has
 *     none
 * @param signupSource how they came: {@code email}, or the provider that knows them
 */
public record NewUser(
    EmailAddress email,
    boolean emailVerified,
    @Nullable String passwordHash,
    @Nullable PersonName fullName,
    PersonName displayName,
    UserRole role,
    String signupSource) {
  /** How somebody came who chose a password here. */
  public static final String BY_EMAIL = "email";
}
