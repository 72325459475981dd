package parley.sfu.transport.dtls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** A certificate's hash as announced in SDP (RFC 8122 §5). */
public final class Fingerprint {
  private final String digest;
  private final byte[] hash;

  /**
   * A fingerprint.
   *
   * @param algorithm {@code sha-256}, {@code sha-384} or {@code sha-512}, in any case
   * @throws IllegalArgumentException if it is another, or the hash has another length
   */
  public Fingerprint(String algorithm, byte[] hash) {
    int length =
        switch (algorithm.toLowerCase(Locale.ROOT)) {
          case "sha-256" -> 32;
          case "sha-384" -> 48;
          case "sha-512" -> 64;
          default -> throw new IllegalArgumentException("fingerprint algorithm " + algorithm);
        };
    if (hash.length != length) {
      throw new IllegalArgumentException("fingerprint of " + hash.length + " bytes");
    }
    this.digest = "SHA-" + length * 8;
    this.hash = hash.clone();
  }

  /** Whether the certificate is the announced one. */
  boolean matches(byte[] der) {
    return MessageDigest.isEqual(hash, hash(digest, der));
  }

  static byte[] hash(String digest, byte[] der) {
    try {
      return MessageDigest.getInstance(digest).digest(der);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + digest, e);
    }
  }
}
