package parley.app.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import parley.app.shared.ClientAddress;
import parley.app.shared.SecretKeys;

/**
 * Seals the full address of an actor with AES-256-GCM. The key is not in the database: a dump of it
 * tells the networks people came from, and no more. A seal is 12 bytes of nonce, then the text with
 * its tag.
 */
@Component
class AddressSeal {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte[] PURPOSE =
      "audit_logs.actor_ip_sealed".getBytes(StandardCharsets.US_ASCII);

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  AddressSeal(SecretKeys keys) {
    this.key = new SecretKeySpec(keys.bytes("audit addresses"), "AES");
  }

  byte[] seal(ClientAddress address) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] text = address.text().getBytes(StandardCharsets.US_ASCII);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, text);
    return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
  }

  /** Throws IllegalArgumentException if this was not sealed with this key, or was altered. */
  ClientAddress open(byte[] seal) {
    if (seal.length <= NONCE_BYTES) {
      throw new IllegalArgumentException("not a seal");
    }
    byte[] nonce = Arrays.copyOf(seal, NONCE_BYTES);
    byte[] text =
        run(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(seal, NONCE_BYTES, seal.length));
    return ClientAddress.of(new String(text, StandardCharsets.US_ASCII));
  }

  private byte[] run(int mode, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(PURPOSE);
      return cipher.doFinal(input);
    } catch (GeneralSecurityException notOurs) {
      throw new IllegalArgumentException("not sealed with this key", notOurs);
    }
  }
}
