package parley.app.server.http;

import java.net.URI;
import java.util.Locale;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import parley.app.server.startup.StartRefused;
import parley.app.shared.ParleySettings;
import parley.app.shared.PublicUrl;

/** The public address from the settings, else what scheme, address and port of this process say. */
@Component
class PublicAddress implements PublicUrl {
  private final boolean derived;
  private final boolean tls;
  private final String host;
  private volatile String base;

  PublicAddress(ParleySettings settings, LanAddresses lan, ListenAddress listen) {
    String given = settings.publicUrl();
    this.derived = given == null || given.isBlank();
    this.tls = settings.tls().cert() != null || settings.lan();
    this.host = host(listen, settings.lan() ? lan.best() : "localhost");
    this.base = given == null || given.isBlank() ? derive(listen.port()) : origin(parsed(given));
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

  /** What an operator gave as the address; refuses to start with what is none. */
  static URI parsed(String given) {
    try {
      URI address = URI.create(given.strip());
      String scheme = address.getScheme();
      boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      if (http && address.getHost() != null && address.getPath().replace("/", "").isEmpty()) {
        return URI.create(origin(address));
      }
    } catch (IllegalArgumentException noAddress) {
      // said below
    }
    throw new StartRefused(
        "parley.public-url: \""
            + given
            + "\" is no address such as https://meet.example.org, without a path.");
  }

  /** As browsers write it (RFC 6454 §6.2): in lower case, without the usual port. */
  private static String origin(URI address) {
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    int port = address.getPort();
    boolean usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
    String host = address.getHost().toLowerCase(Locale.ROOT);
    return scheme + "://" + host + (usual ? "" : ":" + port);
  }

  private String derive(int port) {
    boolean usual = port == (tls ? 443 : 80);
    return (tls ? "https://" : "http://") + host + (usual ? "" : ":" + port);
  }

  /**
   * Every address and the loopback one are opened by name: localhost, where browsers allow a camera
   * without HTTPS.
   */
  private static String host(ListenAddress listen, String ofEvery) {
    if (listen.isLoopback()) {
      return "localhost";
    }
    return listen.isEvery() ? ofEvery : listen.name();
  }
}
