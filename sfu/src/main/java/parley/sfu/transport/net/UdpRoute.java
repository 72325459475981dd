package parley.sfu.transport.net;

import org.jspecify.annotations.Nullable;
import parley.sfu.packet.PacketBuffer;

/**
 * An address behind a UDP socket.
 *
 * @param local the address of ours that the other side knows; null if the system may choose
 */
public record UdpRoute(UdpSocket socket, RemoteAddress remote, @Nullable LocalAddress local)
    implements Route {
  @Override
  public void send(PacketBuffer datagram) {
    socket.send(remote, local, datagram);
  }

  @Override
  public boolean tcp() {
    return false;
  }

  @Override
  public void close() {}
}
