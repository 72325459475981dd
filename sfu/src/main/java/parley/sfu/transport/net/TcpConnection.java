package parley.sfu.transport.net;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketBuffer;

/**
 * One TCP connection that carries datagrams, each behind its length (RFC 4571 §2). Two virtual
 * threads read and write; the reader waits when the loop does not keep up, and what the writer
 * cannot send is dropped.
 */
public final class TcpConnection implements Route {
  private static final int FRAMES_IN = 128;
  private static final int FRAMES_OUT = 512;
  private static final int BUFFER = 1 << 16;
  private static final byte[] END = new byte[0];

  /** Takes what a connection brings, on the connection's own thread. */
  public interface Receiver {
    /** One datagram; {@link TcpConnection#handled} must follow, on any thread. */
    void frame(TcpConnection connection, byte[] datagram);

    /** The connection ended. The last call. */
    void ended(TcpConnection connection);
  }

  private final Socket socket;
  private final RemoteAddress remote;
  private final Drops drops;
  private final Semaphore unhandled = new Semaphore(FRAMES_IN);
  private final BlockingQueue<byte[]> outgoing = new ArrayBlockingQueue<>(FRAMES_OUT);

  /** Over a connected socket. */
  public TcpConnection(Socket socket, Drops drops) {
    this.socket = socket;
    this.drops = drops;
    this.remote = RemoteAddress.of((InetSocketAddress) socket.getRemoteSocketAddress());
  }

  /** Begins to read and write. */
  public void start(Receiver receiver) {
    Thread.ofVirtual().name("media-tcp-out").start(this::write);
    Thread.ofVirtual().name("media-tcp-in").start(() -> read(receiver));
  }

  /** Ends it, instead of {@link #start}. */
  public void refuse() {
    closeSocket();
  }

  private void read(Receiver receiver) {
    try (socket) {
      var in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
      while (true) {
        int length = in.readUnsignedShort();
        if (length > PacketBuffer.MAX_PACKET) {
          drops.count(DropReason.TCP_REFUSED);
          return;
        }
        byte[] datagram = new byte[length];
        in.readFully(datagram);
        unhandled.acquire();
        receiver.frame(this, datagram);
      }
    } catch (IOException ended) {
      // The other side went, or we closed it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      outgoing.clear();
      close();
      receiver.ended(this);
    }
  }

  /** One datagram less that waits. */
  public void handled() {
    unhandled.release();
  }

  private void write() {
    try {
      var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BUFFER));
      for (byte[] next = outgoing.take(); next.length > 0; next = outgoing.take()) {
        out.writeShort(next.length);
        out.write(next);
        if (outgoing.isEmpty()) {
          out.flush();
        }
      }
      out.flush();
    } catch (IOException gone) {
      // The reader notices too.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closeSocket();
    }
  }

  @Override
  public void send(PacketBuffer datagram) {
    byte[] copy = new byte[datagram.length()];
    datagram.bytes().get(datagram.offset(), copy);
    datagram.release();
    if (copy.length > 0 && !outgoing.offer(copy)) {
      drops.count(DropReason.SEND_BUFFER_FULL);
    }
  }

  /** Sends what waits, then ends; at once if too much waits. Any thread. */
  @Override
  public void close() {
    if (!outgoing.offer(END)) {
      closeSocket();
    }
  }

  private void closeSocket() {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to do.
    }
  }

  @Override
  public RemoteAddress remote() {
    return remote;
  }

  @Override
  public boolean tcp() {
    return true;
  }
}
