package parley.app.shared;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with one key, bound to what it is for (a person, an object): 12
 * bytes of nonce, then the sealed bytes with their tag of 16. For few bytes, such as other keys.
 */
public record Seal(SecretKeySpec key) {
  private static final int KEY_BYTES = 32;
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A seal by a key of 32 bytes. */
  public static Seal with(byte[] key) {
    return new Seal(new SecretKeySpec(key, "AES"));
  }

  /** A key that nobody has yet. */
  public static byte[] randomKey() {
    return random(KEY_BYTES);
  }

  /** Sealed; only together with the same ids it can be opened. */
  public byte[] close(byte[] clear, UUID... boundTo) {
    byte[] nonce = random(NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, boundTo).doFinal(clear);
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java", e);
    }
  }

  /** Empty if it was not closed with this key for these ids, or was altered. */
  public Optional<byte[]> open(byte[] sealed, UUID... boundTo) {
    if (sealed.length <= NONCE_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, boundTo);
      return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (GeneralSecurityException notOurs) {
      return Optional.empty();
    }
  }

  /** Ids as the data that a seal is bound to: 16 bytes each, in order. */
  public static byte[] bound(UUID... ids) {
    ByteBuffer bytes = ByteBuffer.allocate(ids.length * 2 * Long.BYTES);
    for (UUID id : ids) {
      bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
    return bytes.array();
  }

  private Cipher cipher(int mode, byte[] nonce, UUID... boundTo) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bound(boundTo));
    return cipher;
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  @Override
  public String toString() {
    return "Seal[…]";
  }
}
