package parley.app.server.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Believes {@code X-Forwarded-For}, {@code -Proto} and {@code -Host}, or {@code Forwarded}, of the
 * proxies that the settings name, and of nobody else: everybody can write such headers.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TrustedProxyFilter extends OncePerRequestFilter {
  private final ReverseProxy proxy;

  TrustedProxyFilter(ReverseProxy proxy) {
    this.proxy = proxy;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<InetAddress> peer = Forwarding.address(request.getRemoteAddr());
    HttpServletRequest named = request.getServerName() == null ? new Nameless(request) : request;
    peer.ifPresent(address -> proxy.look(address, named));
    boolean believed = peer.filter(proxy::isTrusted).isPresent();
    chain.doFilter(believed ? believing(named) : named, response);
  }

  /** A request of HTTP/1.0 without a Host: for everybody further in, its name is empty. */
  private static final class Nameless extends HttpServletRequestWrapper {
    Nameless(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getServerName() {
      return "";
    }
  }

  /**
   * A proxy writes one kind of header and hands the other on as it came. So where both stand and do
   * not agree, neither is believed.
   */
  private HttpServletRequest believing(HttpServletRequest request) {
    Forwarding custom = Forwarding.byCustom(request);
    Forwarding standard = Forwarding.byStandard(request);
    Optional<InetAddress> client = custom.client(proxy::isTrusted);
    if (custom.hops().isEmpty()) {
      client = standard.client(proxy::isTrusted);
    } else if (!standard.hops().isEmpty() && !client.equals(standard.client(proxy::isTrusted))) {
      client = Optional.empty();
    }
    String address = client.map(InetAddress::getHostAddress).orElse(request.getRemoteAddr());
    boolean isCustom = custom.scheme() != null || custom.host() != null;
    return new ForwardedRequest(request, address, isCustom ? custom : standard);
  }
}
