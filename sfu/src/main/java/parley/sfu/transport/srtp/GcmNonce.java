package parley.sfu.transport.srtp;

import java.nio.ByteBuffer;

/**
 * The 96-bit nonces of RFC 7714 §8.1 and §9.1: two zero bytes, SSRC, 48 bits of index; all under
 * the salt.
 */
final class GcmNonce {
  static final int LENGTH = 12;

  private final int saltHigh;
  private final long saltLow;

  GcmNonce(byte[] salt) {
    ByteBuffer bytes = ByteBuffer.wrap(salt);
    saltHigh = bytes.getInt(0);
    saltLow = bytes.getLong(4);
  }

  /** The first four bytes. */
  int high(int ssrc) {
    return saltHigh ^ ssrc >>> 16;
  }

  /** The other eight. */
  long low(int ssrc, long index) {
    return saltLow ^ (((long) ssrc << 48) | index);
  }
}
