package parley.wire.rtp;

import java.nio.ByteBuffer;

/**
 * Writes the header extension block of a packet in the one-byte form (RFC 8285 §4.2): {@link
 * #begin}, elements, {@link #end}. Reusable, allocates nothing.
 */
public final class ExtensionWriter {
  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private int packet;
  private int start;
  private int at;

  /** Starts a block behind the fixed header of the packet at this offset. */
  public void begin(ByteBuffer bytes, int packetOffset) {
    buffer = bytes;
    packet = packetOffset;
    start = packetOffset + RtpPacket.FIXED_HEADER;
    at = start + 4;
  }

  /**
   * Adds an element whose bytes the caller puts in place.
   *
   * @param id 1–14
   * @param size 1–16
   * @return where its data goes
   */
  public int element(int id, int size) {
    buffer.put(at, (byte) (id << 4 | size - 1));
    int data = at + 1;
    at = data + size;
    return data;
  }

  public void element(int id, byte[] value) {
    buffer.put(element(id, value.length), value);
  }

  /**
   * Pads and closes the block; without elements there is none.
   *
   * @return where the payload starts
   */
  public int end() {
    if (at == start + 4) {
      return start;
    }
    while ((at - start & 3) != 0) {
      buffer.put(at++, (byte) 0);
    }
    buffer.putShort(start, (short) 0xBEDE);
    buffer.putShort(start + 2, (short) ((at - start) / 4 - 1));
    RtpHeader.setExtensionBit(buffer, packet);
    return at;
  }
}
