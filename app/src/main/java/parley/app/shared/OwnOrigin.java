package parley.app.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells pages of ours from foreign ones by the {@code Origin} header (RFC 6454 §7). */
@Component
public class OwnOrigin {
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
    return asked.equals(publicUrl.base().toLowerCase(Locale.ROOT)) || asked.equals(sentTo(request));
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

  private static String sentTo(HttpServletRequest request) {
    String scheme = request.getScheme();
    int port = request.getServerPort();
    boolean usual = port == ("https".equals(scheme) ? 443 : 80);
    String host = request.getServerName().toLowerCase(Locale.ROOT);
    return scheme + "://" + host + (usual ? "" : ":" + port);
  }
}
