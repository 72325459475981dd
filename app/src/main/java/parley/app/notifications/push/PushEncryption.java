package parley.app.notifications.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals a message so that only one browser can read it, not the push service in between. */
final class PushEncryption {
  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int RECORD_BYTES = 4096;
  private static final byte LAST_RECORD = 2;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PushEncryption() {}

  /**
   * The body of a push, in content coding {@code aes128gcm}, with a key of its own (RFC 8291 §3).
   *
   * @param browserKey the point the browser gave
   * @param authSecret the 16 bytes it gave beside it
   */
  static byte[] seal(byte[] message, byte[] browserKey, byte[] authSecret)
      throws GeneralSecurityException {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return seal(message, browserKey, authSecret, P256.newPair(), salt);
  }

  static byte[] seal(
      byte[] message, byte[] browserKey, byte[] authSecret, KeyPair ours, byte[] salt)
      throws GeneralSecurityException {
    byte[] ourPoint = P256.write((ECPublicKey) ours.getPublic());
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(ours.getPrivate());
    agreement.doPhase(P256.read(browserKey), true);
    byte[] info = join("WebPush: info\0".getBytes(US_ASCII), browserKey, ourPoint);
    byte[] material = derive(agreement.generateSecret(), authSecret, info, 32);
    return encode(message, material, salt, ourPoint);
  }

  /** One record of RFC 8188 §2, with its header. */
  static byte[] encode(byte[] message, byte[] material, byte[] salt, byte[] keyId)
      throws GeneralSecurityException {
    byte[] key =
        derive(material, salt, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), KEY_BYTES);
    byte[] nonce =
        derive(material, salt, "Content-Encoding: nonce\0".getBytes(US_ASCII), NONCE_BYTES);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    byte[] sealed = cipher.doFinal(join(message, new byte[] {LAST_RECORD}));
    if (sealed.length > RECORD_BYTES) {
      throw new IllegalArgumentException("a push is one record");
    }
    byte[] head =
        ByteBuffer.allocate(SALT_BYTES + Integer.BYTES + 1)
            .put(salt)
            .putInt(RECORD_BYTES)
            .put((byte) keyId.length)
            .array();
    return join(head, keyId, sealed);
  }

  private static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length)
      throws GeneralSecurityException {
    var parameters =
        HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(salt).thenExpand(info, length);
    return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
  }

  private static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }
}
