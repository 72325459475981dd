package parley.app.server.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import parley.app.server.startup.StartRefused;
import parley.app.shared.ParleySettings;

/**
 * Where the server listens: at the address of the settings, else at every one with {@code --lan},
 * else at 127.0.0.1.
 */
@Component
public class ListenAddress {
  private static final byte[] EVERY = new byte[4];

  private final InetAddress address;
  private final String name;
  private final int port;

  public ListenAddress(
      ParleySettings settings,
      @Value("${server.address:}") String given,
      @Value("${server.port:8080}") int port) {
    this.address = given.isBlank() ? usual(settings.lan()) : parsed(given.strip());
    this.name =
        address.getHostAddress().equals(given.strip()) || given.isBlank()
            ? LanAddresses.inUrl(address)
            : given.strip();
    this.port = port;
  }

  public InetAddress address() {
    return address;
  }

  /** As the settings have it; 0: any free one. */
  int port() {
    return port;
  }

  /** As it stands in the address of a page, by name where it was given by name. */
  String name() {
    return name;
  }

  boolean isLoopback() {
    return address.isLoopbackAddress();
  }

  boolean isEvery() {
    return address.isAnyLocalAddress();
  }

  /** Those of this machine's addresses by which others on the network reach it. */
  public List<InetAddress> reachable(LanAddresses lan) {
    if (isEvery()) {
      return lan.all();
    }
    return isLoopback() ? List.of() : List.of(address);
  }

  private static InetAddress usual(boolean lan) {
    try {
      return lan ? InetAddress.getByAddress(EVERY) : InetAddress.ofLiteral("127.0.0.1");
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static InetAddress parsed(String given) {
    try {
      return InetAddress.getByName(given);
    } catch (UnknownHostException e) {
      throw new StartRefused(
          "server.address: \"" + given + "\" is no address of this machine, such as 127.0.0.1.", e);
    }
  }
}
