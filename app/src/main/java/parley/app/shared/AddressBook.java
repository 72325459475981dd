package parley.app.shared;

import java.util.Optional;
import java.util.UUID;

/**
 * Knows the e-mail address of a user, for rooms that keep something by address. Implemented by
 * {@code users}.
 */
public interface AddressBook {
  /** The address, in the form in which addresses are compared; empty for nobody. */
  Optional<String> emailOf(UUID userId);

  /** The same once it is proven to be this user's: until then it may be anybody's. */
  Optional<String> verifiedEmailOf(UUID userId);
}
