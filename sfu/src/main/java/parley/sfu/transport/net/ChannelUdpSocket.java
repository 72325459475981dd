package parley.sfu.transport.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.packet.PacketPool;

/** The socket by the Java platform: works everywhere, one call a datagram. */
public final class ChannelUdpSocket implements UdpSocket {
  private final DatagramChannel channel;
  private final Selector selector;
  private final PacketPool pool;
  private final Drops drops;
  private final ByteBuffer surplus = ByteBuffer.allocateDirect(PacketBuffer.CAPACITY);

  private ChannelUdpSocket(
      DatagramChannel channel, Selector selector, PacketPool pool, Drops drops) {
    this.channel = channel;
    this.selector = selector;
    this.pool = pool;
    this.drops = drops;
  }

  /**
   * Binds to all addresses of the machine.
   *
   * @param port 0 for any
   * @param shared whether other sockets of this process bind to the same port
   */
  public static ChannelUdpSocket open(int port, boolean shared, PacketPool pool, Drops drops)
      throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, SocketBuffers.BYTES);
      channel.setOption(StandardSocketOptions.SO_SNDBUF, SocketBuffers.BYTES);
      if (shared) {
        channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      }
      channel.bind(new InetSocketAddress(port));
      channel.configureBlocking(false);
      Selector selector = Selector.open();
      channel.register(selector, SelectionKey.OP_READ);
      return new ChannelUdpSocket(channel, selector, pool, drops);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public int receive(Receiver receiver) throws IOException {
    for (int count = 0; count < BATCH; count++) {
      if (!receiveOne(receiver)) {
        return count;
      }
    }
    return BATCH;
  }

  private boolean receiveOne(Receiver receiver) throws IOException {
    PacketBuffer packet = pool.take();
    if (packet == null) {
      drops.count(DropReason.POOL_EMPTY);
      return channel.receive(surplus.clear()) != null;
    }
    ByteBuffer bytes = packet.bytes();
    bytes.limit(PacketBuffer.CAPACITY - PacketBuffer.TAILROOM).position(PacketBuffer.HEADROOM);
    InetSocketAddress from = null;
    try {
      from = (InetSocketAddress) channel.receive(bytes);
    } finally {
      packet.window(PacketBuffer.HEADROOM, bytes.position() - PacketBuffer.HEADROOM);
      bytes.clear();
      if (from == null) {
        packet.release();
      }
    }
    if (from == null) {
      return false;
    }
    packet.arrivedAt(System.nanoTime());
    receiver.datagram(
        packet,
        RemoteAddress.high(from.getAddress()),
        RemoteAddress.low(from.getAddress()),
        from.getPort());
    return true;
  }

  @Override
  public void send(RemoteAddress to, @Nullable LocalAddress from, PacketBuffer datagram) {
    ByteBuffer bytes = datagram.bytes();
    bytes.limit(datagram.offset() + datagram.length()).position(datagram.offset());
    try {
      if (channel.send(bytes, to.toSocketAddress()) == 0) {
        drops.count(DropReason.SEND_BUFFER_FULL);
      }
    } catch (IOException e) {
      drops.count(DropReason.SEND_FAILED);
    } finally {
      bytes.clear();
      datagram.release();
    }
  }

  @Override
  public @Nullable LocalAddress sentTo() {
    return null;
  }

  @Override
  public void flush() {}

  @Override
  public void await(long nanos) throws IOException {
    long millis = TimeUnit.NANOSECONDS.toMillis(nanos + 999_999);
    if (millis > 0) {
      selector.select(millis);
    } else {
      selector.selectNow();
    }
    selector.selectedKeys().clear();
  }

  @Override
  public void wakeUp() {
    selector.wakeup();
  }

  @Override
  public int localPort() {
    return channel.socket().getLocalPort();
  }

  @Override
  public void close() {
    try {
      selector.close();
      channel.close();
    } catch (IOException e) {
      // Nothing is left to do with a socket that does not close.
    }
  }
}
