package parley.wire.stun;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key for MESSAGE-INTEGRITY: HMAC-SHA1 (RFC 8489 §14.5). For one thread. */
public final class StunIntegrity {
  static final int LENGTH = 20;

  private final Mac mac;
  private final byte[] type = new byte[2];

  private StunIntegrity(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA1", e);
    }
  }

  /** The key of an ICE password: a short-term credential (RFC 8489 §9.1.1). */
  public static StunIntegrity shortTerm(String password) {
    return new StunIntegrity(password.getBytes(StandardCharsets.UTF_8));
  }

  /** A key given as bytes, such as the MD5 of a long-term credential. */
  public static StunIntegrity of(byte[] key) {
    return new StunIntegrity(key);
  }

  boolean verify(ByteBuffer bytes, int start, int attribute) {
    byte[] given = new byte[LENGTH];
    bytes.get(attribute + 4, given);
    return MessageDigest.isEqual(given, compute(bytes, start, attribute));
  }

  /**
   * The tag over the message up to the attribute, its length field counting up to the attribute's
   * end.
   */
  byte[] compute(ByteBuffer bytes, int start, int attribute) {
    int counted = attribute + 4 + LENGTH - start - Stun.HEADER_LENGTH;
    bytes.get(start, type);
    mac.update(type);
    mac.update((byte) (counted >>> 8));
    mac.update((byte) counted);
    mac.update(bytes.slice(start + 4, attribute - start - 4));
    return mac.doFinal();
  }
}
