package parley.app.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A request as it reached the proxy: client, scheme and host are the forwarded ones where they make
 * sense.
 */
final class ForwardedRequest extends HttpServletRequestWrapper {
  private final String client;
  private final String scheme;
  private final String host;
  private final int port;

  ForwardedRequest(HttpServletRequest request, @Nullable String client) {
    super(request);
    this.client = client == null ? request.getRemoteAddr() : client;
    this.scheme = scheme(request);
    URI address = address(request);
    this.host = address == null ? request.getServerName() : address.getHost();
    int usual = scheme.equals("https") ? 443 : 80;
    int own = request.getHeader("X-Forwarded-Proto") == null ? request.getServerPort() : usual;
    this.port = address == null ? own : address.getPort() < 0 ? usual : address.getPort();
  }

  @Override
  public String getRemoteAddr() {
    return client;
  }

  @Override
  public String getRemoteHost() {
    return client;
  }

  @Override
  public String getScheme() {
    return scheme;
  }

  @Override
  public boolean isSecure() {
    return scheme.equals("https");
  }

  @Override
  public String getServerName() {
    return host;
  }

  @Override
  public int getServerPort() {
    return port;
  }

  private static String scheme(HttpServletRequest request) {
    String proto = request.getHeader("X-Forwarded-Proto");
    return "https".equals(proto) || "http".equals(proto) ? proto : request.getScheme();
  }

  private @Nullable URI address(HttpServletRequest request) {
    String forwarded = request.getHeader("X-Forwarded-Host");
    if (forwarded == null) {
      forwarded = request.getHeader("Host");
    }
    try {
      URI address = URI.create(scheme + "://" + forwarded);
      return address.getHost() == null ? null : address;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
