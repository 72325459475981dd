package parley.app.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The address by which somebody reached us, as their browser has it: whatever is told to them, or
 * compared with what they say, goes by it. Tells pages of ours from foreign ones by the {@code
 * Origin} header (RFC 6454 §7).
 */
@Component
public class OwnOrigin {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final PublicUrl publicUrl;

  public OwnOrigin(PublicUrl publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** True for the public address and for the address this very request was sent to. */
  public boolean isOwn(@Nullable String origin, HttpServletRequest request) {
    if (origin == null) {
      return false;
    }
    String asked = origin.toLowerCase(Locale.ROOT);
    return asked.equals(publicUrl.base()) || asked.equals(sentTo(request));
  }

  /**
   * True if a browser says that another site sent this. Absent headers say nothing: programs send
   * none.
   */
  public boolean isForeign(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    if (origin != null) {
      return !isOwn(origin, request);
    }
    return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
  }

  /**
   * Scheme, host and port by which this request reached us, such as {@code
   * https://meet.example.org}. It works for the same asker's sockets too, whatever other names we
   * have. What goes to the public address has the scheme and port of that: a proxy may tell
   * neither.
   */
  public String reachedAt(HttpServletRequest request) {
    return isForPublic(request) ? publicUrl.base() : sentTo(request);
  }

  /** Whether this came by the public address: its page says so, or the host that was asked. */
  public boolean isForPublic(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    if (origin != null && origin.toLowerCase(Locale.ROOT).equals(publicUrl.base())) {
      return true;
    }
    URI ours = URI.create(publicUrl.base());
    int asked = request.getServerPort();
    boolean samePort = asked == HTTP || asked == HTTPS || asked == ours.getPort();
    return samePort && request.getServerName().equalsIgnoreCase(ours.getHost());
  }

  private static String sentTo(HttpServletRequest request) {
    String scheme = request.getScheme();
    int port = request.getServerPort();
    boolean usual = port == ("https".equals(scheme) ? HTTPS : HTTP);
    String host = request.getServerName().toLowerCase(Locale.ROOT);
    return scheme + "://" + host + (usual ? "" : ":" + port);
  }
}
