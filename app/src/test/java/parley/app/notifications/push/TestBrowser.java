package parley.app.notifications.push;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The other end of a push: has the keys and reads what comes (RFC 8188, RFC 8291), with HMAC alone
 * where the product uses the platform's HKDF.
 */
public final class TestBrowser {
  private final KeyPair keys;
  private final byte[] auth = new byte[16];

  public TestBrowser() {
    try {
      keys = P256.newPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    new SecureRandom().nextBytes(auth);
  }

  byte[] publicKey() {
    return P256.write((ECPublicKey) keys.getPublic());
  }

  byte[] authSecret() {
    return auth.clone();
  }

  /** What its page hands to Parley. */
  public Map<String, Object> subscription(String endpoint) {
    var base64 = Base64.getUrlEncoder().withoutPadding();
    return Map.of(
        "endpoint",
        endpoint,
        "keys",
        Map.of("p256dh", base64.encodeToString(publicKey()), "auth", base64.encodeToString(auth)));
  }

  public String read(byte[] body) throws GeneralSecurityException {
    byte[] sender = Arrays.copyOfRange(body, 21, 21 + (body[20] & 0xff));
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(keys.getPrivate());
    agreement.doPhase(P256.read(sender), true);
    byte[] info = join("WebPush: info\0".getBytes(US_ASCII), publicKey(), sender, new byte[] {1});
    byte[] material = hmac(hmac(auth, agreement.generateSecret()), info);
    return new String(decode(body, material), UTF_8);
  }

  static byte[] decode(byte[] body, byte[] material) throws GeneralSecurityException {
    ByteBuffer in = ByteBuffer.wrap(body);
    byte[] salt = new byte[16];
    in.get(salt);
    int recordSize = in.getInt();
    in.position(in.position() + 1 + (body[20] & 0xff));
    byte[] pseudo = hmac(salt, material);
    byte[] key = Arrays.copyOf(expand(pseudo, "Content-Encoding: aes128gcm\0"), 16);
    byte[] nonce = Arrays.copyOf(expand(pseudo, "Content-Encoding: nonce\0"), 12);
    var clear = new ByteArrayOutputStream();
    for (int record = 0; in.hasRemaining(); record++) {
      byte[] sealed = new byte[Math.min(recordSize, in.remaining())];
      in.get(sealed);
      clear.writeBytes(withoutPadding(open(sealed, key, nonce, record), !in.hasRemaining()));
    }
    return clear.toByteArray();
  }

  private static byte[] open(byte[] sealed, byte[] key, byte[] nonce, int record)
      throws GeneralSecurityException {
    byte[] own = nonce.clone();
    own[11] ^= (byte) record;
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, own));
    return cipher.doFinal(sealed);
  }

  private static byte[] withoutPadding(byte[] record, boolean last)
      throws GeneralSecurityException {
    int end = record.length - 1;
    while (end > 0 && record[end] == 0) {
      end--;
    }
    if (record[end] != (last ? 2 : 1)) {
      throw new GeneralSecurityException("not the right end of a record");
    }
    return Arrays.copyOf(record, end);
  }

  private static byte[] expand(byte[] pseudo, String info) throws GeneralSecurityException {
    return hmac(pseudo, join(info.getBytes(US_ASCII), new byte[] {1}));
  }

  private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message);
  }

  private static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
