package parley.sfu.transport.peer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.transport.MediaLoop;

/** A peer's connection to the server: a UDP socket, or TCP with RFC 4571 framing. On the loop. */
final class PeerSocket implements AutoCloseable {
  private static final int BATCH = 64;
  private static final int TCP_BUFFER = 1 << 17;

  private final MediaLoop loop;
  private final Consumer<PacketBuffer> receiver;
  private final SelectableChannel channel;
  private final ByteBuffer stream;
  private boolean reading = true;

  private PeerSocket(MediaLoop loop, SelectableChannel channel, Consumer<PacketBuffer> receiver) {
    this.loop = loop;
    this.channel = channel;
    this.receiver = receiver;
    this.stream = ByteBuffer.allocate(channel instanceof SocketChannel ? TCP_BUFFER : 0);
  }

  /** Connects; over TCP it waits for the handshake of TCP. */
  static PeerSocket open(
      MediaLoop loop, PeerSockets sockets, ServerSide server, Consumer<PacketBuffer> receiver)
      throws IOException {
    SelectableChannel channel = server.tcp() ? tcp(server.address()) : udp(server.address());
    channel.configureBlocking(false);
    PeerSocket socket = new PeerSocket(loop, channel, receiver);
    channel.register(sockets.selector(), SelectionKey.OP_READ, socket);
    return socket;
  }

  private static SelectableChannel tcp(InetSocketAddress server) throws IOException {
    SocketChannel channel = SocketChannel.open(server);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return channel;
  }

  private static SelectableChannel udp(InetSocketAddress server) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 20);
    return channel.connect(server);
  }

  int receive() {
    if (!reading) {
      return 0;
    }
    try {
      return channel instanceof DatagramChannel udp ? receiveUdp(udp) : receiveTcp();
    } catch (IOException e) {
      return 0;
    }
  }

  private int receiveUdp(DatagramChannel udp) throws IOException {
    for (int count = 0; count < BATCH; count++) {
      PacketBuffer packet = loop.pool().take();
      if (packet == null) {
        loop.drops().count(DropReason.POOL_EMPTY);
        return count;
      }
      ByteBuffer bytes = packet.bytes();
      bytes.limit(PacketBuffer.CAPACITY - PacketBuffer.TAILROOM).position(PacketBuffer.HEADROOM);
      int length = 0;
      try {
        length = udp.read(bytes);
      } finally {
        bytes.clear();
        if (length <= 0) {
          packet.release();
        }
      }
      if (length <= 0) {
        return count;
      }
      packet.window(PacketBuffer.HEADROOM, length);
      arrived(packet);
    }
    return BATCH;
  }

  private int receiveTcp() throws IOException {
    if (((SocketChannel) channel).read(stream) < 0) {
      channel.close();
    }
    stream.flip();
    int count = 0;
    while (stream.remaining() >= 2
        && stream.remaining() >= 2 + (stream.getShort(stream.position()) & 0xFFFF)) {
      frame(stream.getShort() & 0xFFFF);
      count++;
    }
    stream.compact();
    return count;
  }

  private void frame(int length) {
    PacketBuffer packet = length > PacketBuffer.MAX_PACKET ? null : loop.pool().take();
    if (packet == null) {
      stream.position(stream.position() + length);
      return;
    }
    packet.bytes().put(packet.offset(), stream, stream.position(), length);
    stream.position(stream.position() + length);
    packet.window(packet.offset(), length);
    arrived(packet);
  }

  private void arrived(PacketBuffer packet) {
    packet.arrivedAt(loop.nanoTime());
    receiver.accept(packet);
  }

  /** Sends and releases. */
  void send(PacketBuffer packet) {
    ByteBuffer bytes = packet.bytes();
    bytes.limit(packet.offset() + packet.length()).position(packet.offset());
    try {
      if (channel instanceof DatagramChannel udp) {
        if (udp.write(bytes) == 0) {
          loop.drops().count(DropReason.SEND_BUFFER_FULL);
        }
      } else {
        sendTcp(bytes);
      }
    } catch (IOException e) {
      loop.drops().count(DropReason.SEND_FAILED);
    } finally {
      bytes.clear();
      packet.release();
    }
  }

  /** Writes all of it: a frame cut in two would break the stream. */
  private void sendTcp(ByteBuffer datagram) throws IOException {
    ByteBuffer frame =
        ByteBuffer.allocate(2 + datagram.remaining())
            .putShort((short) datagram.remaining())
            .put(datagram)
            .flip();
    while (frame.hasRemaining() && channel.isOpen()) {
      if (((SocketChannel) channel).write(frame) == 0) {
        Thread.onSpinWait();
      }
    }
  }

  void stopReading() {
    reading = false;
  }

  /** The local port. */
  int localPort() {
    return channel instanceof DatagramChannel udp
        ? udp.socket().getLocalPort()
        : ((SocketChannel) channel).socket().getLocalPort();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing is left to do.
    }
  }
}
