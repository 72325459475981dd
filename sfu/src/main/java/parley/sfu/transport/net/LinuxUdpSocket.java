package parley.sfu.transport.net;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.packet.PacketPool;

/**
 * The socket by system calls of Linux: many datagrams a call in both directions, straight into
 * pooled buffers.
 */
public final class LinuxUdpSocket implements UdpSocket {
  private static final int AF_INET6 = 10;
  private static final int DATAGRAM_NONBLOCK_CLOEXEC = 2 | 0x800 | 0x80000;
  private static final int SOL_SOCKET = 1;
  private static final int SO_SNDBUF = 7;
  private static final int SO_RCVBUF = 8;
  private static final int SO_REUSEPORT = 15;
  private static final int SO_TIMESTAMPNS = 35;
  private static final int SO_SNDBUFFORCE = 32;
  private static final int SO_RCVBUFFORCE = 33;
  private static final int IPPROTO_IPV6 = 41;
  private static final int IPV6_V6ONLY = 26;
  private static final int IPV6_RECVPKTINFO = 49;
  private static final int EVENT_NONBLOCK_CLOEXEC = 0x800 | 0x80000;
  private static final int DONT_WAIT = 0x40;
  private static final short POLLIN = 1;
  private static final short POLLOUT = 4;
  private static final long WRITABLE_WAIT_NANOS = 2_000_000;
  private static final long SECOND = 1_000_000_000L;

  private final Arena arena = Arena.ofShared();
  private final Linux linux = new Linux(arena);
  private final Linux otherThreads = new Linux(arena);
  private final PacketPool pool;
  private final Drops drops;
  private final MessageTable incoming = new MessageTable(arena, BATCH, BATCH);
  private final @Nullable PacketBuffer[] slots = new PacketBuffer[BATCH];
  private final ByteBuffer surplus = ByteBuffer.allocateDirect(PacketBuffer.CAPACITY);
  private final MemorySegment polled = arena.allocate(16, 8);
  private final MemorySegment time = arena.allocate(24, 8);
  private final Arrivals arrivals = new Arrivals();
  private final int socket;
  private final int event;
  private final int port;
  private final BurstSender sender;
  private int current;
  private boolean closed;

  private LinuxUdpSocket(int port, boolean shared, PacketPool pool, Drops drops)
      throws IOException {
    this.pool = pool;
    this.drops = drops;
    socket = linux.socket(AF_INET6, DATAGRAM_NONBLOCK_CLOEXEC, 0);
    event = linux.eventDescriptor(EVENT_NONBLOCK_CLOEXEC);
    try {
      Linux.check("socket", socket);
      Linux.check("eventfd", event);
      this.port = bind(port, shared);
    } catch (IOException e) {
      closeDescriptors();
      arena.close();
      throw e;
    }
    sender = new BurstSender(arena, linux, socket, drops, this::untilWritable);
    for (int i = 0; i < BATCH; i++) {
      incoming.pieces(i, i, 1);
      incoming.expectControl(i);
      refill(i);
    }
  }

  /**
   * Binds to all addresses of the machine, IPv4 and IPv6.
   *
   * @param port 0 for any
   * @param shared whether other sockets of this process bind to the same port
   * @throws java.net.BindException if the port is taken
   * @throws IOException if the machine has no IPv6, or otherwise cannot do it
   */
  public static LinuxUdpSocket open(int port, boolean shared, PacketPool pool, Drops drops)
      throws IOException {
    return new LinuxUdpSocket(port, shared, pool, drops);
  }

  /** Whether it can work on this kind of machine. */
  public static boolean available() {
    return Linux.here();
  }

  private int bind(int wanted, boolean shared) throws IOException {
    Linux.check("dual stack", linux.option(socket, IPPROTO_IPV6, IPV6_V6ONLY, 0));
    Linux.check("packet info", linux.option(socket, IPPROTO_IPV6, IPV6_RECVPKTINFO, 1));
    Linux.check("timestamps", linux.option(socket, SOL_SOCKET, SO_TIMESTAMPNS, 1));
    grow(SO_RCVBUFFORCE, SO_RCVBUF);
    grow(SO_SNDBUFFORCE, SO_SNDBUF);
    if (shared) {
      Linux.check("port sharing", linux.option(socket, SOL_SOCKET, SO_REUSEPORT, 1));
    }
    MemorySegment address = arena.allocate(MessageTable.ADDRESS_LENGTH, 8);
    address.set(JAVA_SHORT, 0, (short) AF_INET6);
    address.set(JAVA_SHORT, 2, Short.reverseBytes((short) wanted));
    Linux.check("UDP port " + wanted, linux.bind(socket, address));
    Linux.check("getsockname", linux.name(socket, address));
    return Short.reverseBytes(address.get(JAVA_SHORT, 2)) & 0xFFFF;
  }

  /** Root may go beyond the system's limit. */
  private void grow(int forced, int asked) {
    if (linux.option(socket, SOL_SOCKET, forced, SocketBuffers.BYTES) < 0) {
      linux.option(socket, SOL_SOCKET, asked, SocketBuffers.BYTES);
    }
  }

  @Override
  public int receive(Receiver receiver) throws IOException {
    int count = linux.receive(socket, incoming.address(0), BATCH, DONT_WAIT);
    if (count == -Linux.EAGAIN || count == -Linux.EINTR) {
      return 0;
    }
    Linux.check("recvmmsg", count);
    long now = System.nanoTime();
    long clock = systemClock();
    for (int i = 0; i < count; i++) {
      current = i;
      PacketBuffer packet = slots[i];
      refill(i);
      if (packet == null) {
        drops.count(DropReason.POOL_EMPTY);
      } else if (incoming.truncated(i)) {
        drops.count(DropReason.UNKNOWN_DATAGRAM);
        packet.release();
      } else {
        packet.window(PacketBuffer.HEADROOM, incoming.received(i));
        packet.arrivedAt(arrivals.of(incoming.stamp(i), clock, now));
        receiver.datagram(packet, incoming.high(i), incoming.low(i), incoming.port(i));
      }
      incoming.expectControl(i);
    }
    return count;
  }

  private static long systemClock() {
    Instant now = Instant.now();
    return now.getEpochSecond() * SECOND + now.getNano();
  }

  private void refill(int i) {
    PacketBuffer fresh = pool.take();
    slots[i] = fresh;
    long address =
        fresh == null
            ? MemorySegment.ofBuffer(surplus).address()
            : fresh.address() + PacketBuffer.HEADROOM;
    incoming.piece(i, address, PacketBuffer.MAX_PACKET);
  }

  @Override
  public @Nullable LocalAddress sentTo() {
    return incoming.local(current);
  }

  @Override
  public void send(RemoteAddress to, @Nullable LocalAddress from, PacketBuffer datagram) {
    sender.add(to, from, datagram);
  }

  @Override
  public void flush() {
    sender.flush();
  }

  @Override
  public void await(long nanos) {
    polled.set(JAVA_INT, 0, socket);
    polled.set(JAVA_SHORT, 4, POLLIN);
    polled.set(JAVA_INT, 8, event);
    polled.set(JAVA_SHORT, 12, POLLIN);
    poll(2, nanos);
    if (polled.get(JAVA_SHORT, 14) != 0) {
      linux.clearEvent(event, time.address() + 16);
    }
  }

  private void untilWritable() {
    polled.set(JAVA_INT, 0, socket);
    polled.set(JAVA_SHORT, 4, POLLOUT);
    poll(1, WRITABLE_WAIT_NANOS);
  }

  private void poll(int count, long nanos) {
    polled.set(JAVA_SHORT, 14, (short) 0);
    time.set(JAVA_LONG, 0, nanos / SECOND);
    time.set(JAVA_LONG, 8, nanos % SECOND);
    linux.poll(polled.address(), count, time.address());
  }

  /** The lock keeps the descriptor from being closed, and perhaps being another's, meanwhile. */
  @Override
  public void wakeUp() {
    synchronized (otherThreads) {
      if (!closed) {
        otherThreads.raiseEvent(event);
      }
    }
  }

  private void closeDescriptors() {
    if (socket >= 0) {
      linux.close(socket);
    }
    if (event >= 0) {
      linux.close(event);
    }
  }

  @Override
  public int localPort() {
    return port;
  }

  @Override
  public void close() {
    synchronized (otherThreads) {
      if (closed) {
        return;
      }
      closed = true;
    }
    sender.flush();
    closeDescriptors();
    for (PacketBuffer slot : slots) {
      if (slot != null) {
        slot.release();
      }
    }
    arena.close();
  }
}
