package parley.app.login.social;

import java.util.Optional;
import parley.app.users.EmailAddress;
import parley.app.users.PersonName;

/**
 * Who somebody is at a provider.
 *
 * @param subject what the provider calls them, for good
 * @param emailVerified whether the provider says that the address is theirs
 */
record Identity(
    String subject,
    Optional<EmailAddress> email,
    boolean emailVerified,
    Optional<PersonName> name) {}
