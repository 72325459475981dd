package parley.sfu.transport.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;

/** Accepts TCP connections (RFC 6544, passive). */
public final class TcpPort implements AutoCloseable {
  private static final int BACKLOG = 256;

  private final ServerSocket server;
  private final Drops drops;

  private TcpPort(ServerSocket server, Drops drops) {
    this.server = server;
    this.drops = drops;
  }

  /**
   * Binds to all addresses of the machine and begins to accept.
   *
   * @param port 0 for any
   * @param newcomers called with each connection on the accepting thread; starts or refuses it
   */
  public static TcpPort open(int port, Drops drops, Consumer<TcpConnection> newcomers)
      throws IOException {
    ServerSocket server = new ServerSocket();
    try {
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(port), BACKLOG);
    } catch (IOException e) {
      server.close();
      throw e;
    }
    TcpPort tcp = new TcpPort(server, drops);
    Thread.ofVirtual().name("media-tcp-accept").start(() -> tcp.accept(newcomers));
    return tcp;
  }

  private void accept(Consumer<TcpConnection> newcomers) {
    while (!server.isClosed()) {
      try {
        admit(server.accept(), newcomers);
      } catch (IOException | RuntimeException e) {
        drops.count(DropReason.TCP_REFUSED);
        pause();
      }
    }
  }

  private void admit(Socket socket, Consumer<TcpConnection> newcomers) throws IOException {
    socket.setTcpNoDelay(true);
    newcomers.accept(new TcpConnection(socket, drops));
  }

  /** When the machine is out of descriptors, asking again at once would not help. */
  private void pause() {
    try {
      Thread.sleep(server.isClosed() ? 0 : 50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The bound port. */
  public int localPort() {
    return server.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // Nothing is left to do.
    }
  }
}
