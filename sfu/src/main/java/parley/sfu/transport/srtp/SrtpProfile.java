package parley.sfu.transport.srtp;

import org.jspecify.annotations.Nullable;

/** The protection profiles we speak (RFC 5764 §4.1.2, RFC 7714 §14.2), best first. */
public enum SrtpProfile {
  /** AEAD_AES_128_GCM. */
  AES_128_GCM(7, 16, 12),
  /** AEAD_AES_256_GCM. */
  AES_256_GCM(8, 32, 12),
  /** SRTP_AES128_CM_HMAC_SHA1_80. */
  AES_128_CM_SHA1_80(1, 16, 14);

  private final int id;
  private final int keyLength;
  private final int saltLength;

  SrtpProfile(int id, int keyLength, int saltLength) {
    this.id = id;
    this.keyLength = keyLength;
    this.saltLength = saltLength;
  }

  /** The number in {@code use_srtp}. */
  public int id() {
    return id;
  }

  /** Bytes of a master key. */
  public int keyLength() {
    return keyLength;
  }

  /** Bytes of a master salt. */
  public int saltLength() {
    return saltLength;
  }

  /** Bytes to export from DTLS for both directions. */
  public int exportLength() {
    return 2 * (keyLength + saltLength);
  }

  boolean gcm() {
    return this != AES_128_CM_SHA1_80;
  }

  /** The best profile among the offered numbers; null if we speak none of them. */
  public static @Nullable SrtpProfile best(int[] offered) {
    for (SrtpProfile profile : values()) {
      for (int id : offered) {
        if (id == profile.id) {
          return profile;
        }
      }
    }
    return null;
  }
}
