package parley.app.audit;

import java.security.MessageDigest;
import parley.app.shared.Hmac;
import parley.app.shared.SecretKeys;

/** Signs seals (HMAC-SHA256, RFC 2104) with a key that is not in the database. */
final class SealKey {
  private final Hmac hmac;

  SealKey(SecretKeys keys) {
    this.hmac = new Hmac(keys.bytes("audit seals"));
  }

  byte[] sign(byte[] hash) {
    return hmac.sign(hash);
  }

  boolean hasSigned(byte[] hash, byte[] signature) {
    return MessageDigest.isEqual(sign(hash), signature);
  }
}
