package parley.sfu.packet;

import java.util.Arrays;

/** Payload type of the sender → payload type and RTX payload type of one receiver. */
public final class PayloadTypeMap {
  private static final int TYPES = 128;

  private final byte[] types = new byte[TYPES];
  private final byte[] rtxTypes = new byte[TYPES];

  /** Maps nothing. */
  public PayloadTypeMap() {
    Arrays.fill(types, (byte) -1);
    Arrays.fill(rtxTypes, (byte) -1);
  }

  /**
   * Adds a pair.
   *
   * @param rtx −1 when the receiver has no RTX for it
   */
  public void map(int from, int to, int rtx) {
    types[from & 0x7F] = (byte) to;
    rtxTypes[to & 0x7F] = (byte) rtx;
  }

  /** The receiver's, −1 when it has none. */
  public int typeFor(int from) {
    return types[from & 0x7F];
  }

  /** For the receiver's own payload type, −1 when it has none. */
  public int rtxTypeFor(int receiverType) {
    return rtxTypes[receiverType & 0x7F];
  }
}
