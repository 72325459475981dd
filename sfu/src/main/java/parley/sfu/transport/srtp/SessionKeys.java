package parley.sfu.transport.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one direction, for RTP or for RTCP.
 *
 * @param cipher 16 or 32 bytes
 * @param auth 20 bytes; unused with GCM
 * @param salt 12 or 14 bytes
 */
record SessionKeys(byte[] cipher, byte[] auth, byte[] salt) {
  private static final int RTP_LABELS = 0;
  private static final int RTCP_LABELS = 3;
  private static final int AUTH_LENGTH = 20;
  private static final int BLOCK = 16;

  static SessionKeys forRtp(MasterKey master) {
    return derive(master, RTP_LABELS);
  }

  static SessionKeys forRtcp(MasterKey master) {
    return derive(master, RTCP_LABELS);
  }

  private static SessionKeys derive(MasterKey master, int labels) {
    return new SessionKeys(
        derive(master, labels, master.key().length),
        derive(master, labels + 1, AUTH_LENGTH),
        derive(master, labels + 2, master.salt().length));
  }

  /**
   * The AES-CM pseudo-random function with key derivation rate 0 (RFC 3711 §4.3; a salt of 96 bits
   * is filled with zeros, RFC 7714 §11).
   */
  static byte[] derive(MasterKey master, int label, int length) {
    byte[] blocks = new byte[(length + BLOCK - 1) / BLOCK * BLOCK];
    for (int i = 0; i < blocks.length; i += BLOCK) {
      System.arraycopy(master.salt(), 0, blocks, i, master.salt().length);
      blocks[i + 7] ^= (byte) label;
      blocks[i + BLOCK - 1] = (byte) (i / BLOCK);
    }
    return Arrays.copyOf(encrypt(master.key(), blocks), length);
  }

  private static byte[] encrypt(byte[] key, byte[] blocks) {
    try {
      Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
      aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
      return aes.doFinal(blocks);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES", e);
    }
  }

  @Override
  public String toString() {
    return "SessionKeys";
  }
}
