package parley.sfu.transport.net;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

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
  private static final int CONTROL = 80;
  private static final int SEGMENT_AT = 40;
  private static final int SEGMENT_SPACE = 24;
  private static final int LEVEL_IPV6 = 41;
  private static final int IPV6_PKTINFO = 50;
  private static final long PKTINFO_LENGTH = 36;
  private static final short FAMILY_IPV6 = 10;
  private static final int LEVEL_SOCKET = 1;
  private static final int TIMESTAMP_NS = 35;
  private static final long TIMESTAMP_LENGTH = 32;
  private static final long CONTROL_HEADER = 16;
  private static final long SECOND = 1_000_000_000L;
  private static final int LEVEL_UDP = 17;
  private static final int UDP_SEGMENT = 103;
  private static final long SEGMENT_LENGTH = 18;

  private final MemorySegment messages;
  private final MemorySegment addresses;
  private final MemorySegment vectors;
  private final MemorySegment controls;
  private final boolean[] fromChosen;

  /** Room for so many messages, made of so many pieces. */
  MessageTable(Arena arena, int count, int pieces) {
    messages = arena.allocate((long) count * MESSAGE, 8);
    addresses = arena.allocate((long) count * ADDRESS, 8);
    vectors = arena.allocate((long) pieces * VECTOR, 8);
    controls = arena.allocate((long) count * CONTROL, 8);
    fromChosen = new boolean[count];
    for (int i = 0; i < count; i++) {
      messages.set(JAVA_LONG, (long) i * MESSAGE, addresses.address() + (long) i * ADDRESS);
      messages.set(JAVA_INT, (long) i * MESSAGE + 8, ADDRESS_LENGTH);
      addresses.set(JAVA_SHORT, (long) i * ADDRESS, FAMILY_IPV6);
      control((long) i * CONTROL, PKTINFO_LENGTH, LEVEL_IPV6, IPV6_PKTINFO);
      control((long) i * CONTROL + SEGMENT_AT, SEGMENT_LENGTH, LEVEL_UDP, UDP_SEGMENT);
    }
  }

  private void control(long at, long length, int level, int type) {
    controls.set(JAVA_LONG, at, length);
    controls.set(JAVA_INT, at + 8, level);
    controls.set(JAVA_INT, at + 12, type);
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
    boolean chosen = fromChosen[i];
    long first = controls.address() + (long) i * CONTROL + (chosen ? 0 : SEGMENT_AT);
    messages.set(JAVA_LONG, message + 32, first);
    messages.set(
        JAVA_LONG, message + 40, (chosen ? SEGMENT_AT : 0) + (length == 0 ? 0 : SEGMENT_SPACE));
    controls.set(JAVA_SHORT, (long) i * CONTROL + SEGMENT_AT + 16, (short) length);
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

  /**
   * Message {@code i} is to come from that address of ours; null for any. To be followed by {@link
   * #segment}.
   */
  void from(int i, @Nullable LocalAddress address) {
    fromChosen[i] = address != null;
    if (address != null) {
      long at = (long) i * CONTROL + 16;
      controls.set(JAVA_LONG, at, Long.reverseBytes(address.high()));
      controls.set(JAVA_LONG, at + 8, Long.reverseBytes(address.low()));
    }
  }

  /** Message {@code i} is to be received with the address it was sent to and its time. */
  void expectControl(int i) {
    messages.set(JAVA_LONG, (long) i * MESSAGE + 32, controls.address() + (long) i * CONTROL);
    messages.set(JAVA_LONG, (long) i * MESSAGE + 40, CONTROL);
  }

  /** The address of ours that message {@code i} was sent to; null if the system did not say. */
  @Nullable LocalAddress local(int i) {
    long at = find(i, LEVEL_IPV6, IPV6_PKTINFO, PKTINFO_LENGTH);
    return at < 0
        ? null
        : new LocalAddress(
            Long.reverseBytes(controls.get(JAVA_LONG, at)),
            Long.reverseBytes(controls.get(JAVA_LONG, at + 8)));
  }

  /**
   * When message {@code i} came to this machine, in nanoseconds since 1970 by the system's clock; 0
   * if the system did not say (socket(7), SO_TIMESTAMPNS).
   */
  long stamp(int i) {
    long at = find(i, LEVEL_SOCKET, TIMESTAMP_NS, TIMESTAMP_LENGTH);
    return at < 0 ? 0 : controls.get(JAVA_LONG, at) * SECOND + controls.get(JAVA_LONG, at + 8);
  }

  /** Where the data of such a control message begins (cmsg(3)); −1 if there is none. */
  private long find(int i, int level, int type, long least) {
    long at = (long) i * CONTROL;
    long end = at + Math.min(CONTROL, messages.get(JAVA_LONG, (long) i * MESSAGE + 40));
    while (at + CONTROL_HEADER <= end) {
      long length = controls.get(JAVA_LONG, at);
      if (length < CONTROL_HEADER || at + length > end) {
        return -1;
      }
      if (controls.get(JAVA_INT, at + 8) == level && controls.get(JAVA_INT, at + 12) == type) {
        return length < least ? -1 : at + CONTROL_HEADER;
      }
      at += length + 7 & -8L;
    }
    return -1;
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
