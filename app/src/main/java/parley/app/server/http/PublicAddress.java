package parley.app.server.http;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import parley.app.shared.ParleySettings;
import parley.app.shared.PublicUrl;

/** The public address from the settings, else what scheme, address and port of this process say. */
@Component
class PublicAddress implements PublicUrl {
  private final String base;

  PublicAddress(
      ParleySettings settings,
      @Value("${server.port:8080}") int port,
      @Value("${server.address:127.0.0.1}") String address) {
    String given = settings.publicUrl();
    this.base =
        given == null || given.isBlank() ? derived(settings, port, address) : withoutSlash(given);
  }

  @Override
  public String base() {
    return base;
  }

  private static String derived(ParleySettings settings, int port, String address) {
    boolean tls = settings.tls().cert() != null || settings.lan();
    String host =
        switch (address) {
          case "127.0.0.1", "0.0.0.0", "::", "::1", "localhost" -> "localhost";
          default -> address.indexOf(':') >= 0 ? "[" + address + "]" : address;
        };
    boolean usual = port == (tls ? 443 : 80);
    return (tls ? "https://" : "http://") + host + (usual ? "" : ":" + port);
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
