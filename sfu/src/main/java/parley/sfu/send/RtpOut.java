package parley.sfu.send;

import parley.sfu.packet.PacketBuffer;

/** The way out to one receiver. */
@FunctionalInterface
public interface RtpOut {
  /**
   * Sends a header followed by a payload that others send as well.
   *
   * @param header taken over
   * @param source holds the payload; only read during the call
   * @param again to the bit what was sent under its number before
   * @return whether it leaves
   */
  boolean send(
      PacketBuffer header,
      PacketBuffer source,
      int payloadOffset,
      int payloadLength,
      boolean again);
}
