package parley.app.login.factors;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code passkeys}.
 *
 * @param credentialData attested credential data (WebAuthn §6.5.2)
 * @param transports how a browser reaches it, such as {@code internal} or {@code usb}
 * @param suspectSince when its counter went back, null for one that never did
 */
record Passkey(
    UUID id,
    UUID userId,
    byte[] credentialId,
    byte[] credentialData,
    long signCount,
    String name,
    Set<String> transports,
    boolean backupEligible,
    boolean backedUp,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant suspectSince) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Passkey passkey
        && id.equals(passkey.id)
        && Arrays.equals(credentialId, passkey.credentialId);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
