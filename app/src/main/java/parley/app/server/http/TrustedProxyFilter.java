package parley.app.server.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import parley.app.server.startup.StartRefused;
import parley.app.shared.ParleySettings;

/**
 * Believes {@code X-Forwarded-For}, {@code -Proto} and {@code -Host} of the proxies that the
 * settings name, and of nobody else: everybody can write such headers.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TrustedProxyFilter extends OncePerRequestFilter {
  private final List<Network> trusted;

  TrustedProxyFilter(ParleySettings settings) {
    this.trusted = settings.trustedProxies().stream().map(TrustedProxyFilter::network).toList();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean believed =
        !trusted.isEmpty() && address(request.getRemoteAddr()).filter(this::isTrusted).isPresent();
    chain.doFilter(believed ? new ForwardedRequest(request, client(request)) : request, response);
  }

  /**
   * From the right, the first address that is none of our proxies: what stands left of it anybody
   * may have written.
   */
  private @Nullable String client(HttpServletRequest request) {
    String header =
        String.join(",", java.util.Collections.list(request.getHeaders("X-Forwarded-For")));
    String client = null;
    for (String hop : List.of(header.split(",")).reversed()) {
      Optional<InetAddress> address = address(hop.strip());
      if (address.isEmpty()) {
        return client;
      }
      client = address.get().getHostAddress();
      if (!isTrusted(address.get())) {
        return client;
      }
    }
    return client;
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(network -> network.contains(address));
  }

  private static Optional<InetAddress> address(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Network network(String text) {
    try {
      return Network.of(text.strip());
    } catch (IllegalArgumentException e) {
      throw new StartRefused(
          "parley.trusted-proxies: \""
              + text
              + "\" is no address and no network such as 10.0.0.0/8.",
          e);
    }
  }
}
