package parley.sfu.transport.net;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A row of {@code mmsghdr} with their addresses, vectors and control data, as recvmmsg(2) and
 * sendmmsg(2) take them (64-bit Linux).
 */
final class MessageTable {
  static final int ADDRESS_LENGTH = 28;
  static final int TRUNCATED = 0x20;

  private static final int MESSAGE = 64;
  private static final int ADDRESS = 32;
  private static final int VECTOR = 16;
  private static final int CONTROL = 24;
  private static final short FAMILY_IPV6 = 10;
  private static final int LEVEL_UDP = 17;
  private static final int UDP_SEGMENT = 103;
  private static final long CONTROL_LENGTH = 18;

  private final MemorySegment messages;
  private final MemorySegment addresses;
  private final MemorySegment vectors;
  private final MemorySegment controls;

  /** Room for so many messages, made of so many pieces. */
  MessageTable(Arena arena, int count, int pieces) {
    messages = arena.allocate((long) count * MESSAGE, 8);
    addresses = arena.allocate((long) count * ADDRESS, 8);
    vectors = arena.allocate((long) pieces * VECTOR, 8);
    controls = arena.allocate((long) count * CONTROL, 8);
    for (int i = 0; i < count; i++) {
      messages.set(JAVA_LONG, (long) i * MESSAGE, addresses.address() + (long) i * ADDRESS);
      messages.set(JAVA_INT, (long) i * MESSAGE + 8, ADDRESS_LENGTH);
      addresses.set(JAVA_SHORT, (long) i * ADDRESS, FAMILY_IPV6);
      controls.set(JAVA_LONG, (long) i * CONTROL, CONTROL_LENGTH);
      controls.set(JAVA_INT, (long) i * CONTROL + 8, LEVEL_UDP);
      controls.set(JAVA_INT, (long) i * CONTROL + 12, UDP_SEGMENT);
    }
  }

  /** Where message {@code i} stands. */
  long address(int i) {
    return messages.address() + (long) i * MESSAGE;
  }

  /** Piece {@code i} is so many bytes there. */
  void piece(int i, long address, long length) {
    vectors.set(JAVA_LONG, (long) i * VECTOR, address);
    vectors.set(JAVA_LONG, (long) i * VECTOR + 8, length);
  }

  /** Message {@code i} is made of these pieces. */
  void pieces(int i, int first, int count) {
    messages.set(JAVA_LONG, (long) i * MESSAGE + 16, vectors.address() + (long) first * VECTOR);
    messages.set(JAVA_LONG, (long) i * MESSAGE + 24, count);
  }

  /**
   * Message {@code i} is to be cut into datagrams of that length; 0 for one datagram (udp(7),
   * UDP_SEGMENT).
   */
  void segment(int i, int length) {
    long message = (long) i * MESSAGE;
    messages.set(JAVA_LONG, message + 32, controls.address() + (long) i * CONTROL);
    messages.set(JAVA_LONG, message + 40, length == 0 ? 0 : CONTROL);
    controls.set(JAVA_SHORT, (long) i * CONTROL + 16, (short) length);
  }

  /** Bytes received into message {@code i}. */
  int received(int i) {
    return messages.get(JAVA_INT, (long) i * MESSAGE + 56);
  }

  /** Whether message {@code i} was longer than its room. */
  boolean truncated(int i) {
    return (messages.get(JAVA_INT, (long) i * MESSAGE + 48) & TRUNCATED) != 0;
  }

  /** Where message {@code i} goes. */
  void to(int i, RemoteAddress address) {
    long at = (long) i * ADDRESS;
    addresses.set(JAVA_SHORT, at + 2, Short.reverseBytes((short) address.port()));
    addresses.set(JAVA_LONG, at + 8, Long.reverseBytes(address.high()));
    addresses.set(JAVA_LONG, at + 16, Long.reverseBytes(address.low()));
  }

  long high(int i) {
    return Long.reverseBytes(addresses.get(JAVA_LONG, (long) i * ADDRESS + 8));
  }

  long low(int i) {
    return Long.reverseBytes(addresses.get(JAVA_LONG, (long) i * ADDRESS + 16));
  }

  int port(int i) {
    return Short.reverseBytes(addresses.get(JAVA_SHORT, (long) i * ADDRESS + 2)) & 0xFFFF;
  }
}
