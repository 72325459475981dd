package parley.app.audit;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import parley.app.shared.SecretKeys;

/** Signs seals (HMAC-SHA256, RFC 2104) with a key that is not in the database. */
final class SealKey {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  SealKey(SecretKeys keys) {
    this.key = new SecretKeySpec(keys.bytes("audit seals"), ALGORITHM);
  }

  byte[] sign(byte[] hash) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
    }
  }

  boolean hasSigned(byte[] hash, byte[] signature) {
    return MessageDigest.isEqual(sign(hash), signature);
  }
}
