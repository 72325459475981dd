package parley.app.login.factors;

import java.util.UUID;

/**
 * Another way to log in, without password and passkey: implemented where accounts of other
 * providers are linked.
 */
public interface WayIn {
  /** How many of this kind the user has. */
  int count(UUID userId);
}
