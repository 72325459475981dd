package parley.app.shared;

import java.util.UUID;

/**
 * Implemented by each room that knows something of a user which staff may see but not change, so
 * that {@code users} can show it without knowing the rooms.
 */
public interface UserFacts {
  /** Under which name it stands in the answer. */
  String name();

  /**
   * What this room knows; anything that becomes JSON.
   *
   * @param withAddresses whether whoever looks may see whole network addresses
   */
  Object of(UUID userId, boolean withAddresses);
}
