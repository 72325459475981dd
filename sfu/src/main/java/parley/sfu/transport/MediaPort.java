package parley.sfu.transport;

import java.io.IOException;
import java.util.List;

/** All media sockets of the server, and the loops that own them. */
public interface MediaPort extends AutoCloseable {
  /**
   * Opens the sockets and starts the loops.
   *
   * @throws IOException if a port is taken
   */
  static MediaPort open(MediaPortConfig config) throws IOException {
    return new SocketMediaPort(config);
  }

  /** The loops; a room picks one and stays there. */
  List<? extends MediaLoop> loops();

  /** The certificate that every transport shows. */
  DtlsIdentity identity();

  /** Where we can be reached, best first. */
  List<IceCandidate> candidates();

  /**
   * A new transport with fresh credentials.
   *
   * @param loop one of {@link #loops}; the caller is on it
   * @param room the same for all that share the handshakes of a room
   */
  Transport newTransport(MediaLoop loop, Object room, TransportListener listener);

  /** Ends all transports ({@link CloseReason#PORT_CLOSED}), the sockets and the loops. */
  @Override
  void close();
}
