package parley.app.server.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The addresses by which others on the network reach this machine. */
@Component
public class LanAddresses {
  /** Up, not loopback, not link-local; IPv4 first. Empty where the machine is alone. */
  public List<InetAddress> all() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(LanAddresses::isUp)
          .flatMap(LanAddresses::of)
          .sorted(Comparator.comparing(address -> !(address instanceof Inet4Address)))
          .toList();
    } catch (SocketException e) {
      return List.of();
    }
  }

  /** The one to tell people, as it stands in an address; localhost where there is none. */
  public String best() {
    List<InetAddress> all = all();
    return all.isEmpty() ? "localhost" : inUrl(all.getFirst());
  }

  /** As it stands in an address: IPv6 in brackets, without a zone. */
  public static String inUrl(InetAddress address) {
    String text = address.getHostAddress().replaceFirst("%.*", "");
    return address instanceof Inet4Address ? text : "[" + text + "]";
  }

  private static Stream<InetAddress> of(NetworkInterface card) {
    return card.inetAddresses()
        .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress());
  }

  private static boolean isUp(NetworkInterface card) {
    try {
      return card.isUp() && !card.isLoopback();
    } catch (SocketException e) {
      return false;
    }
  }
}
