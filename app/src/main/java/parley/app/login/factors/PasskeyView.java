package parley.app.login.factors;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param backedUp whether its owner's other devices have it too
 * @param suspectSince when its counter went back, so that it may have been copied; else null
 */
public record PasskeyView(
    UUID id,
    String name,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    boolean backedUp,
    @Nullable Instant suspectSince) {
  static PasskeyView of(Passkey passkey) {
    return new PasskeyView(
        passkey.id(),
        passkey.name(),
        passkey.createdAt(),
        passkey.lastUsedAt(),
        passkey.backedUp(),
        passkey.suspectSince());
  }
}
