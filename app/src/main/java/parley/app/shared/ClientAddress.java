package parley.app.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * The address a request comes from. Behind a trusted proxy it is the one the proxy names.
 *
 * @param address IPv4 or IPv6
 */
public record ClientAddress(InetAddress address) {
  private static final int V4_NETWORK = 24;
  private static final int V6_NETWORK = 48;
  private static final int V6_SUBSCRIBER = 64;

  /** Of this request. */
  public static ClientAddress of(HttpServletRequest request) {
    return of(request.getRemoteAddr());
  }

  /**
   * From its text form; names are not looked up.
   *
   * @throws IllegalArgumentException if it is no address
   */
  public static ClientAddress of(String literal) {
    return new ClientAddress(InetAddress.ofLiteral(literal));
  }

  /** The address itself, as text without a zone. */
  public String text() {
    return withoutZone(address).getHostAddress();
  }

  /**
   * What may be kept of it in clear: the /24 of an IPv4 or the /48 of an IPv6 address, such as
   * {@code 192.0.2.0/24}.
   */
  public String network() {
    int bits = address.getAddress().length == 4 ? V4_NETWORK : V6_NETWORK;
    return cut(bits).getHostAddress() + "/" + bits;
  }

  /**
   * By what limits tell people apart: one IPv4 address, or the /64 that one IPv6 subscriber has to
   * himself.
   */
  public String limitKey() {
    return address.getAddress().length == 4 ? text() : cut(V6_SUBSCRIBER).getHostAddress() + "/64";
  }

  /**
   * The /48 of an IPv6 address, all of which one subscriber may have; nothing for IPv4, where an
   * address more costs money.
   */
  public Optional<String> site() {
    return address.getAddress().length == 4 ? Optional.empty() : Optional.of(network());
  }

  private InetAddress cut(int bits) {
    byte[] bytes = address.getAddress();
    for (int bit = bits; bit < bytes.length * 8; bit++) {
      bytes[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
    }
    return fromBytes(bytes);
  }

  private static InetAddress withoutZone(InetAddress address) {
    return fromBytes(address.getAddress());
  }

  private static InetAddress fromBytes(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("the length is that of an address", e);
    }
  }
}
