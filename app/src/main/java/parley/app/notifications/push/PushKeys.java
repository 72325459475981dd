package parley.app.notifications.push;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import parley.app.shared.SecretKeys;

/**
 * The pair of keys by which push services know this installation (RFC 8292), made at first start
 * and kept in the database, the private one sealed with the installation's secret, so that all
 * nodes have the same.
 */
@Component
class PushKeys implements SmartInitializingSingleton {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final PushKeyRepository repository;
  private final SecretKeySpec seal;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  PushKeys(PushKeyRepository repository, SecretKeys keys, Clock clock) {
    this.repository = repository;
    this.seal = new SecretKeySpec(keys.bytes("push keys"), "AES");
    this.clock = clock;
  }

  /** Before anything is served or delivered: what this throws ends the start. */
  @Override
  public void afterSingletonsInstantiated() {
    pair();
  }

  /** The pair; made now if there is none yet. */
  KeyPair pair() {
    return repository.find().map(this::open).orElseGet(this::make);
  }

  private KeyPair make() {
    try {
      KeyPair fresh = P256.newPair();
      byte[] point = P256.write((ECPublicKey) fresh.getPublic());
      repository.insert(
          new PushKeyRepository.Row(point, sealed(fresh.getPrivate().getEncoded())),
          clock.instant());
      // Another node may have been first.
      return repository.find().map(this::open).orElseThrow();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("P-256 and AES are part of every Java", e);
    }
  }

  /**
   * Throws where another secret sealed it. Nothing is replaced then: this node may be the one that
   * was given a wrong secret, and the devices of all the others listen to this pair.
   */
  private KeyPair open(PushKeyRepository.Row row) {
    try {
      byte[] sealed = row.sealedPrivateKey();
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE, seal, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
      byte[] clear = cipher.doFinal(Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
      var secret = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(clear));
      return new KeyPair(P256.read(row.publicKey()), secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The push keys in the database were sealed with another secret. Nothing was changed. Start this node"
              + " with the parley.secret-key, or the data folder, of this installation. If that secret is lost,"
              + " empty push_keys and push_devices; everybody then turns notifications on again.",
          e);
    }
  }

  private byte[] sealed(byte[] clear) throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, seal, new GCMParameterSpec(TAG_BITS, nonce));
    byte[] secret = cipher.doFinal(clear);
    byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + secret.length);
    System.arraycopy(secret, 0, both, NONCE_BYTES, secret.length);
    return both;
  }
}
