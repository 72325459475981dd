package parley.sfu.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.transport.net.TcpConnection;
import parley.sfu.transport.net.TcpPort;

/**
 * Brings what TCP connections carry to the first loop, which hands it on like any datagram. A
 * connection that has not authenticated in time is closed.
 */
final class TcpDoor implements TcpConnection.Receiver, AutoCloseable {
  private static final Duration TIME_TO_AUTHENTICATE = Duration.ofSeconds(10);

  private final List<DatagramDemux> demuxes;
  private final DatagramDemux first;
  private final Set<TcpConnection> open = ConcurrentHashMap.newKeySet();
  private final TcpPlaces places;
  private final TcpPort port;

  /** Listens on the port, 0 for any, with so many places. */
  TcpDoor(int tcpPort, int most, List<DatagramDemux> demuxes) throws IOException {
    this.demuxes = demuxes;
    this.first = demuxes.getFirst();
    this.places = new TcpPlaces(most, first.loop().drops());
    this.port = TcpPort.open(tcpPort, first.loop().drops(), this::admit);
  }

  int localPort() {
    return port.localPort();
  }

  private void admit(TcpConnection connection) {
    if (!places.enter(connection)) {
      connection.refuse();
      return;
    }
    open.add(connection);
    first.loop().schedule(TIME_TO_AUTHENTICATE, () -> judge(connection));
    connection.start(this);
  }

  private void judge(TcpConnection connection) {
    if (open.contains(connection) && first.connection(connection) == null) {
      first.loop().drops().count(DropReason.TCP_REFUSED);
      connection.close();
    }
  }

  @Override
  public void frame(TcpConnection connection, byte[] datagram) {
    first.loop().execute(() -> handle(connection, datagram));
  }

  private void handle(TcpConnection connection, byte[] datagram) {
    connection.handled();
    PacketBuffer buffer = first.buffer(datagram);
    if (buffer != null) {
      KnownAddress known = first.connection(connection);
      if (known != null) {
        places.authenticated(connection);
      }
      first.datagram(buffer, connection, known);
    }
  }

  @Override
  public void ended(TcpConnection connection) {
    places.leave(connection);
    open.remove(connection);
    for (DatagramDemux demux : demuxes) {
      demux.loop().execute(() -> demux.ended(connection));
    }
  }

  @Override
  public void close() {
    port.close();
    open.forEach(TcpConnection::close);
  }
}
