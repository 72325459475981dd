package parley.app.shared;

import java.util.Optional;
import java.util.UUID;

/**
 * One key for each person, for what an append-only table must keep of them: when the key is
 * destroyed, what was sealed with it is gone wherever a copy of it stands. Implemented by {@code
 * users}.
 */
public interface PersonKeys {
  /**
   * Seals with the person's key, which is made if there is none yet; empty once it is destroyed.
   */
  Optional<byte[]> seal(UUID userId, byte[] clear);

  /** What was sealed; empty if the key has been destroyed or the bytes are not of this person. */
  Optional<byte[]> open(UUID userId, byte[] sealed);

  /** Destroys the key for good; nothing can be sealed for this person any more. */
  void destroy(UUID userId);
}
