package parley.sfu.transport.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * Where a datagram came from: an IPv6 address as two words, IPv4 mapped into it (RFC 4291
 * §2.5.5.2), and a port.
 */
public record RemoteAddress(long high, long low, int port) {
  private static final long MAPPED = 0xFFFFL << 32;

  /** From what the platform knows. */
  public static RemoteAddress of(InetSocketAddress address) {
    return new RemoteAddress(
        high(address.getAddress()), low(address.getAddress()), address.getPort());
  }

  static long high(InetAddress address) {
    return address instanceof Inet4Address ? 0 : ByteBuffer.wrap(address.getAddress()).getLong(0);
  }

  static long low(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return address instanceof Inet4Address
        ? MAPPED | (bytes.getInt(0) & 0xFFFFFFFFL)
        : bytes.getLong(8);
  }

  /** Whether it is an IPv4 address. */
  public boolean isIpv4() {
    return high == 0 && low >>> 32 == 0xFFFF;
  }

  /**
   * Whom it stands for when places are shared out: the address itself, of IPv6 the first 56 bits,
   * of which providers give each customer as many as a network needs (RFC 6177).
   */
  public RemoteAddress network() {
    return isIpv4() ? new RemoteAddress(high, low, 0) : new RemoteAddress(high & ~0xFFL, 0, 0);
  }

  /** 4 or 16 bytes. */
  public byte[] ip() {
    return isIpv4()
        ? ByteBuffer.allocate(4).putInt(0, (int) low).array()
        : ByteBuffer.allocate(16).putLong(0, high).putLong(8, low).array();
  }

  /** For the platform. */
  public InetSocketAddress toSocketAddress() {
    try {
      return new InetSocketAddress(InetAddress.getByAddress(ip()), port);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    String ip = toSocketAddress().getAddress().getHostAddress();
    return (isIpv4() ? ip : "[" + ip + "]") + ":" + port;
  }
}
