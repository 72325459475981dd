package parley.app.login.factors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import parley.app.shared.SecretKeys;

/**
 * Seals the secrets of authenticator apps with AES-256-GCM, each to its user: a copy of the
 * database makes no codes, and a seal moved to another row does not open. 12 bytes of nonce, then
 * the secret with its tag.
 */
@Component
class TotpSeal {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  TotpSeal(SecretKeys keys) {
    this.key = new SecretKeySpec(keys.bytes("authenticator apps"), "AES");
  }

  byte[] seal(UUID userId, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, userId, nonce, secret);
    return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
  }

  /** Throws IllegalStateException if this was not sealed for this user with this key. */
  byte[] open(UUID userId, byte[] seal) {
    byte[] nonce = Arrays.copyOf(seal, NONCE_BYTES);
    return run(
        Cipher.DECRYPT_MODE, userId, nonce, Arrays.copyOfRange(seal, NONCE_BYTES, seal.length));
  }

  private byte[] run(int mode, UUID userId, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(("authenticator_apps " + userId).getBytes(StandardCharsets.US_ASCII));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException notOurs) {
      throw new IllegalStateException("not sealed for this user with this key", notOurs);
    }
  }
}
