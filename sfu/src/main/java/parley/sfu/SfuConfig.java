package parley.sfu;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * Where and how the SFU hears.
 *
 * @param udpPort for everybody's media; 0 picks a free one
 * @param tcpPort for those whose network has no UDP; 0 picks a free one, −1 opens none
 * @param advertised addresses to tell clients; empty to find them out
 * @param loops media threads; 0 for the default of one
 * @param silentAfter how long nothing may be heard from a participant before it counts as silent
 * @param limits what one participant may send
 */
public record SfuConfig(
    int udpPort,
    int tcpPort,
    List<InetAddress> advertised,
    int loops,
    Duration silentAfter,
    MediaLimits limits) {
  private static final Duration SILENT_AFTER = Duration.ofSeconds(8);

  public SfuConfig {
    advertised = List.copyOf(advertised);
  }

  /** The same with the usual patience. */
  public SfuConfig(int udpPort, int tcpPort, List<InetAddress> advertised, int loops) {
    this(udpPort, tcpPort, advertised, loops, SILENT_AFTER);
  }

  /** The same with the usual limits. */
  public SfuConfig(
      int udpPort, int tcpPort, List<InetAddress> advertised, int loops, Duration silentAfter) {
    this(udpPort, tcpPort, advertised, loops, silentAfter, MediaLimits.STANDARD);
  }

  /** The same with these limits. */
  public SfuConfig withLimits(MediaLimits changed) {
    return new SfuConfig(udpPort, tcpPort, advertised, loops, silentAfter, changed);
  }

  /** UDP and TCP on this port, addresses found out. */
  public static SfuConfig onPort(int port) {
    return new SfuConfig(port, port, List.of(), 0);
  }
}
