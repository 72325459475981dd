package parley.sfu.receive;

/** Asks a sender for lost packets. */
@FunctionalInterface
public interface NackSink {
  /**
   * One entry of a NACK (RFC 4585 §6.2.1).
   *
   * @param following bit i set: packet {@code packetId + i + 1} is lost too
   */
  void nack(int ssrc, int packetId, int following);
}
