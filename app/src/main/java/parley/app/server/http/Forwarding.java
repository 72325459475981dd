package parley.app.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a request say about the way it took: {@code X-Forwarded-For}, {@code -Proto}
 * and {@code -Host}, or {@code Forwarded} (RFC 7239 §4). Anybody can write them; whether they are
 * believed is for {@link TrustedProxyFilter} to say.
 *
 * @param hops as written, the last is the nearest
 * @param scheme what the nearest proxy says; null where it says nothing
 * @param host likewise
 */
record Forwarding(List<String> hops, @Nullable String scheme, @Nullable String host) {
  private static final Set<String> OTHERS =
      Set.of("forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip");

  /** RFC 7239 §4: a parameter, or the comma between two proxies. */
  private static final Pattern PART = Pattern.compile("([A-Za-z-]+)=(\"[^\"]*\"|[^\\s;,\"]*)|,");

  /** Whether a header says that somebody handed this request on. */
  static boolean isHandedOn(HttpServletRequest request) {
    return Collections.list(request.getHeaderNames()).stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.startsWith("x-forwarded-") || OTHERS.contains(name));
  }

  /** By the {@code X-Forwarded-…} headers. */
  static Forwarding byCustom(HttpServletRequest request) {
    return new Forwarding(
        listed(request, "X-Forwarded-For"),
        last(listed(request, "X-Forwarded-Proto")),
        last(listed(request, "X-Forwarded-Host")));
  }

  /** By the standard's header. */
  static Forwarding byStandard(HttpServletRequest request) {
    List<String> hops = new ArrayList<>();
    String scheme = null;
    String host = null;
    Matcher parts =
        PART.matcher(String.join(",", Collections.list(request.getHeaders("Forwarded"))));
    while (parts.find()) {
      String name = parts.group(1) == null ? "" : parts.group(1).toLowerCase(Locale.ROOT);
      String value = parts.group(2) == null ? "" : parts.group(2).replace("\"", "");
      switch (name) {
        case "for" -> hops.add(value);
        case "proto" -> scheme = value;
        case "host" -> host = value;
        case "" -> {
          scheme = null;
          host = null;
        }
        default -> {}
      }
    }
    return new Forwarding(List.copyOf(hops), scheme, host);
  }

  /**
   * From the right, the first address that is none of our proxies: what stands left of it anybody
   * may have written. Empty where no hop is an address.
   */
  Optional<InetAddress> client(Predicate<InetAddress> isProxy) {
    Optional<InetAddress> client = Optional.empty();
    for (String hop : hops.reversed()) {
      Optional<InetAddress> address = address(hop);
      if (address.isEmpty()) {
        return client;
      }
      client = address;
      if (!isProxy.test(address.get())) {
        return client;
      }
    }
    return client;
  }

  /** RFC 7239 §6: an address, perhaps with a port; {@code unknown} and {@code _names} are none. */
  static Optional<InetAddress> address(String node) {
    String text = node.strip().replace("\"", "");
    int bracket = text.indexOf(']');
    int colon = text.indexOf(':');
    if (text.startsWith("[") && bracket > 0) {
      text = text.substring(1, bracket);
    } else if (colon >= 0 && colon == text.lastIndexOf(':')) {
      text = text.substring(0, colon);
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<String> listed(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(line -> List.of(line.split(",", -1)).stream())
        .map(String::strip)
        .toList();
  }

  private static @Nullable String last(List<String> values) {
    return values.isEmpty() ? null : values.getLast();
  }
}
