package parley.sfu.transport.net;

import parley.sfu.packet.PacketBuffer;

/** An address behind a UDP socket. */
public record UdpRoute(UdpSocket socket, RemoteAddress remote) implements Route {
  @Override
  public void send(PacketBuffer datagram) {
    socket.send(remote, datagram);
  }

  @Override
  public boolean tcp() {
    return false;
  }

  @Override
  public void close() {}
}
