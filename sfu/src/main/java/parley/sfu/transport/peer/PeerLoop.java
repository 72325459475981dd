package parley.sfu.transport.peer;

import java.io.IOException;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketPool;
import parley.sfu.transport.MediaLoop;
import parley.sfu.transport.dtls.DtlsCertificate;
import parley.sfu.transport.loop.SocketLoop;
import parley.sfu.transport.srtp.CipherSource;

/** One thread with many peers, each with a socket of its own. */
public final class PeerLoop implements AutoCloseable {
  private final DtlsCertificate certificate;
  private final CipherSource ciphers;
  private final PeerSockets sockets;
  private final SocketLoop loop;

  /**
   * Starts the thread.
   *
   * @param certificate what all peers show
   * @param buffers the most packet buffers, 2 kB each
   */
  public PeerLoop(String name, DtlsCertificate certificate, CipherSource ciphers, int buffers)
      throws IOException {
    this.certificate = certificate;
    this.ciphers = ciphers;
    sockets = new PeerSockets();
    loop = new SocketLoop(new PacketPool(buffers), new Drops(), sockets);
    loop.start(name, (datagram, high, low, port) -> datagram.release());
  }

  /** The thread; everything about its peers happens there. */
  public MediaLoop loop() {
    return loop;
  }

  /** A peer that is not connected. On the loop. */
  public Peer newPeer(PeerListener listener) {
    return new Peer(loop, sockets, certificate, ciphers, listener);
  }

  @Override
  public void close() {
    loop.close();
  }
}
