package parley.app.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A request as it reached the proxy: client, scheme and host are the forwarded ones where they make
 * sense, in everything that tells them.
 */
final class ForwardedRequest extends HttpServletRequestWrapper {
  private final String client;
  private final String scheme;
  private final String host;
  private final int port;

  ForwardedRequest(HttpServletRequest request, String client, Forwarding forwarding) {
    super(request);
    this.client = client;
    boolean told = "https".equals(forwarding.scheme()) || "http".equals(forwarding.scheme());
    this.scheme = told ? String.valueOf(forwarding.scheme()) : request.getScheme();
    String named = forwarding.host() == null ? request.getHeader("Host") : forwarding.host();
    URI address = named == null ? null : address(scheme, named);
    this.host = address == null ? request.getServerName() : address.getHost();
    int usual = scheme.equals("https") ? 443 : 80;
    int own = told ? usual : request.getServerPort();
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

  @Override
  public StringBuffer getRequestURL() {
    StringBuffer url = new StringBuffer(scheme).append("://").append(host);
    if (port != (isSecure() ? 443 : 80)) {
      url.append(':').append(port);
    }
    return url.append(getRequestURI());
  }

  private static @Nullable URI address(String scheme, @Nullable String host) {
    try {
      URI address = URI.create(scheme + "://" + host);
      return address.getHost() == null ? null : address;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
