package parley.app.server.http;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import parley.app.shared.ParleySettings;
import parley.app.shared.PublicUrl;

/** The public address from the settings, else what scheme, address and port of this process say. */
@Component
class PublicAddress implements PublicUrl {
  private final boolean derived;
  private final boolean tls;
  private final String host;
  private volatile String base;

  PublicAddress(
      ParleySettings settings,
      LanAddresses lan,
      @Value("${server.port:8080}") int port,
      @Value("${server.address:127.0.0.1}") String address) {
    String given = settings.publicUrl();
    this.derived = given == null || given.isBlank();
    this.tls = settings.tls().cert() != null || settings.lan();
    this.host = settings.lan() ? lan.best() : named(address);
    this.base = given == null || given.isBlank() ? derive(port) : withoutSlash(given.strip());
  }

  @Override
  public String base() {
    return base;
  }

  /** Port 0 means any free one: which one is known only now. */
  @EventListener
  void listensNow(WebServerInitializedEvent event) {
    if (derived && !"management".equals(event.getApplicationContext().getServerNamespace())) {
      base = derive(event.getWebServer().getPort());
    }
  }

  private String derive(int port) {
    boolean usual = port == (tls ? 443 : 80);
    return (tls ? "https://" : "http://") + host + (usual ? "" : ":" + port);
  }

  /**
   * Every address and the loopback one are opened as localhost, where browsers allow a camera
   * without HTTPS.
   */
  private static String named(String address) {
    return switch (address) {
      case "127.0.0.1", "0.0.0.0", "::", "::1", "localhost" -> "localhost";
      default -> address.indexOf(':') >= 0 ? "[" + address + "]" : address;
    };
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
