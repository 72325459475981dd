package parley.sfu.transport;

import java.net.InetAddress;
import java.util.Locale;

/**
 * One of our host candidates.
 *
 * @param tcp passive TCP (RFC 6544) instead of UDP
 * @param priority RFC 8445 §5.1.2, printed unsigned
 */
public record IceCandidate(
    String foundation, boolean tcp, int priority, InetAddress address, int port) {

  /** The value of an SDP {@code a=} line (RFC 8839 §5.1): {@code candidate:…}, component 1. */
  public String toSdp() {
    return String.format(
        Locale.ROOT,
        "candidate:%s 1 %s %s %s %d typ host%s",
        foundation,
        tcp ? "tcp" : "udp",
        Integer.toUnsignedString(priority),
        address.getHostAddress(),
        port,
        tcp ? " tcptype passive" : "");
  }
}
