package parley.sfu;

import java.net.InetAddress;
import java.util.List;

/**
 * Where and how the SFU hears.
 *
 * @param udpPort for everybody's media; 0 picks a free one
 * @param tcpPort for those whose network has no UDP; 0 picks a free one, −1 opens none
 * @param advertised addresses to tell clients; empty to find them out
 * @param loops media threads; 0 for the default of one
 */
public record SfuConfig(int udpPort, int tcpPort, List<InetAddress> advertised, int loops) {
  public SfuConfig {
    advertised = List.copyOf(advertised);
  }

  /** UDP and TCP on this port, addresses found out. */
  public static SfuConfig onPort(int port) {
    return new SfuConfig(port, port, List.of(), 0);
  }
}
