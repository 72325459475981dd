package parley.sfu.transport;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The addresses this machine can be reached at, and the candidates made of them. */
final class HostAddresses {
  private static final int UDP_PREFERENCE = 126;
  private static final int TCP_PREFERENCE = 90;
  private static final int HIGHEST_LOCAL_PREFERENCE = 65_535;

  private HostAddresses() {}

  /**
   * Every address of an interface that is up, IPv4 first, without link-local ones; 127.0.0.1 last.
   */
  static List<InetAddress> detect() {
    List<InetAddress> found = new ArrayList<>();
    try {
      NetworkInterface.networkInterfaces()
          .filter(HostAddresses::up)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(HostAddresses::worthTelling)
          .sorted(Comparator.comparing(address -> !(address instanceof Inet4Address)))
          .forEach(found::add);
    } catch (SocketException e) {
      // Then nobody but this machine itself can be told where we are.
    }
    found.add(loopback());
    return found;
  }

  private static boolean up(NetworkInterface network) {
    try {
      return network.isUp();
    } catch (SocketException e) {
      return false;
    }
  }

  private static boolean worthTelling(InetAddress address) {
    return !address.isLoopbackAddress()
        && !address.isLinkLocalAddress()
        && !address.isAnyLocalAddress()
        && !address.isMulticastAddress();
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Candidates for all addresses, UDP before TCP, in the order given (RFC 8445 §5.1.2, RFC 6544
   * §4.2).
   *
   * @param tcpPort −1 for none
   */
  static List<IceCandidate> candidates(List<InetAddress> addresses, int udpPort, int tcpPort) {
    List<IceCandidate> candidates = new ArrayList<>();
    for (int i = 0; i < addresses.size(); i++) {
      candidates.add(candidate("u", i, addresses.get(i), udpPort));
    }
    for (int i = 0; tcpPort >= 0 && i < addresses.size(); i++) {
      candidates.add(candidate("t", i, addresses.get(i), tcpPort));
    }
    return List.copyOf(candidates);
  }

  private static IceCandidate candidate(String kind, int place, InetAddress address, int port) {
    boolean tcp = kind.equals("t");
    int preference = tcp ? TCP_PREFERENCE : UDP_PREFERENCE;
    int priority = preference << 24 | (HIGHEST_LOCAL_PREFERENCE - place) << 8 | 255;
    return new IceCandidate(kind + place, tcp, priority, withoutScope(address), port);
  }

  /** The scope of an IPv6 address means something on this machine only. */
  private static InetAddress withoutScope(InetAddress address) {
    try {
      return InetAddress.getByAddress(address.getAddress());
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
