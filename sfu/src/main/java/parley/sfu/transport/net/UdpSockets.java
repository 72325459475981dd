package parley.sfu.transport.net;

import java.io.IOException;
import java.net.BindException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketPool;

/** Opens the fastest socket that works here. */
public final class UdpSockets {
  private static final Logger LOG = LoggerFactory.getLogger(UdpSockets.class);

  private UdpSockets() {}

  /**
   * Binds to all addresses of the machine.
   *
   * @param port 0 for any
   * @param shared whether other sockets of this process bind to the same port
   * @param portable plain Java even where more is there
   * @throws IOException if the port is taken
   */
  public static UdpSocket open(
      int port, boolean shared, boolean portable, PacketPool pool, Drops drops) throws IOException {
    if (!portable && LinuxUdpSocket.available()) {
      try {
        return LinuxUdpSocket.open(port, shared, pool, drops);
      } catch (BindException taken) {
        throw taken;
      } catch (IOException | RuntimeException | LinkageError e) {
        LOG.info("UDP by plain Java: {}", e.toString());
      }
    }
    return ChannelUdpSocket.open(port, shared, pool, drops);
  }
}
