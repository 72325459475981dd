package parley.sfu;

import java.util.Locale;

/**
 * An address on which the SFU hears (RFC 8839 §5.1); always of type host, component 1.
 *
 * @param protocol {@code udp}, or {@code tcp} (then passive, RFC 6544)
 * @param address IPv4 or IPv6 in text form
 */
public record IceCandidate(
    String foundation, String protocol, long priority, String address, int port) {
  /** The value of {@code a=candidate} (without {@code a=}). */
  public String sdp() {
    String base =
        String.format(
            Locale.ROOT,
            "candidate:%s 1 %s %d %s %d typ host",
            foundation,
            protocol,
            priority,
            address,
            port);
    return protocol.equals("tcp") ? base + " tcptype passive" : base;
  }
}
