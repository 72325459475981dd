package parley.app.server.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import parley.app.shared.ParleySettings;
import parley.app.shared.PublicUrl;

/**
 * The names this Parley answers to. A foreign page whose name its owner points at us for a moment
 * (DNS rebinding) speaks to us as if it were ours; its name gives it away. Addresses cannot be
 * pointed elsewhere, so any of them will do.
 */
@Component
public class HostNames {
  private final PublicUrl publicUrl;
  private final List<String> others;

  HostNames(PublicUrl publicUrl, ParleySettings settings) {
    this.publicUrl = publicUrl;
    this.others = settings.hosts().stream().map(String::strip).map(HostNames::plain).toList();
  }

  /** Whether a request that names this host means us. */
  boolean isOurs(String host) {
    String name = plain(host);
    return isLoopback(name)
        || address(name).isPresent()
        || name.equals(plain(String.valueOf(URI.create(publicUrl.base()).getHost())))
        || others.contains(name);
  }

  /** Whether it can only be this machine: {@code localhost} (RFC 6761 §6.3), 127.0.0.1, [::1]. */
  public static boolean isLoopback(String host) {
    String name = plain(host);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || address(name).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  private static Optional<InetAddress> address(String name) {
    return Forwarding.address(name.indexOf(':') >= 0 ? "[" + name + "]" : name);
  }

  /** In lower case, without the brackets of an IPv6 address or the dot of the root. */
  private static String plain(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.startsWith("[") && name.endsWith("]")) {
      return name.substring(1, name.length() - 1);
    }
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
