package parley.app.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs with HMAC-SHA256 (RFC 2104, FIPS 180-4) and one key. Safe for several threads. */
public final class Hmac {
  private static final String ALGORITHM = "HmacSHA256";

  // Never updated itself: a copy is cheaper than asking the providers for a new one.
  private final Mac keyed;

  public Hmac(byte[] key) {
    try {
      keyed = Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, missing);
    }
  }

  /** 32 bytes. */
  public byte[] sign(byte[] message) {
    try {
      return ((Mac) keyed.clone()).doFinal(message);
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("Java's own " + ALGORITHM + " can be copied", impossible);
    }
  }

  /** The same for a text's UTF-8. */
  public byte[] sign(String message) {
    return sign(message.getBytes(StandardCharsets.UTF_8));
  }
}
