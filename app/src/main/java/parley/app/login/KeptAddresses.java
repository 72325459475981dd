package parley.app.login;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.users.EmailAddress;

/**
 * Addresses that nobody has at the moment and nobody may take: their former holder may want them
 * back.
 */
public interface KeptAddresses {
  /**
   * @param except who may have it nevertheless
   */
  boolean isKept(EmailAddress email, @Nullable UUID except);
}
