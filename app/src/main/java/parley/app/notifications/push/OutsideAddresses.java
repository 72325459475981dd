package parley.app.notifications.push;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Finds the addresses of a host that somebody else named, and refuses those that are not out in the
 * Internet. Whoever connects uses exactly these addresses, so a name cannot mean another host a
 * moment later.
 */
final class OutsideAddresses extends SystemDefaultDnsResolver {
  private static final List<Network> SPECIAL =
      List.of(
          // IANA's special-purpose registries (RFC 6890), multicast and what is reserved.
          Network.of("0.0.0.0", 8),
          Network.of("10.0.0.0", 8),
          Network.of("100.64.0.0", 10),
          Network.of("127.0.0.0", 8),
          Network.of("169.254.0.0", 16),
          Network.of("172.16.0.0", 12),
          Network.of("192.0.0.0", 24),
          Network.of("192.0.2.0", 24),
          Network.of("192.88.99.0", 24),
          Network.of("192.168.0.0", 16),
          Network.of("198.18.0.0", 15),
          Network.of("198.51.100.0", 24),
          Network.of("203.0.113.0", 24),
          Network.of("224.0.0.0", 3));
  private static final Network GLOBAL_V6 = Network.of("2000::", 3);
  private static final List<Network> SPECIAL_V6 =
      List.of(
          // Those that carry an IPv4 address within, protocol assignments, and examples.
          Network.of("2001::", 23),
          Network.of("2001:db8::", 32),
          Network.of("2002::", 16),
          Network.of("3fff::", 20));

  /** The host has an address that must not be connected to. */
  static final class Refused extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    Refused(String host) {
      super(host + " is not out in the Internet");
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = super.resolve(host);
    for (InetAddress address : found) {
      if (!isOutside(address)) {
        throw new Refused(host);
      }
    }
    return found;
  }

  static boolean isOutside(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == Network.V4_BYTES) {
      return SPECIAL.stream().noneMatch(network -> network.has(bytes));
    }
    return GLOBAL_V6.has(bytes) && SPECIAL_V6.stream().noneMatch(network -> network.has(bytes));
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Network(byte[] start, int bits) {
    private static final int V4_BYTES = 4;

    static Network of(String start, int bits) {
      return new Network(InetAddress.ofLiteral(start).getAddress(), bits);
    }

    boolean has(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((address[bit / 8] ^ start[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
