package parley.app.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import parley.app.shared.PublicUrl;

/**
 * The one HTML document, with a nonce of its own each time: the few style elements that libraries
 * add at run time carry it, and no other inline style or script runs.
 */
@Component
class Page {
  private static final String NOT_BUILT =
      "<!doctype html><title>Parley</title><p>The pages are not built. Start Parley with <code>./parley run</code>.";
  private static final int NONCE_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final String html;
  private final PublicUrl publicUrl;

  Page(PublicUrl publicUrl) throws IOException {
    this.html = read();
    this.publicUrl = publicUrl;
  }

  ResponseEntity<String> answer(HttpStatus status) {
    String nonce = nonce();
    // The name and form that Vite has for it; scripts read the property, the attribute is hidden
    // from them.
    String meta = "<head><meta property=\"csp-nonce\" nonce=\"" + nonce + "\" />";
    return ResponseEntity.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", policy(nonce))
        .body(html.replaceFirst("<head>", meta));
  }

  private String policy(String nonce) {
    return String.join(
        "; ",
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'nonce-" + nonce + "'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        // The signal is told at the public address, also to somebody who came by another name of
        // this machine.
        "connect-src 'self' " + publicUrl.base().replaceFirst("^http", "ws"),
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }

  private String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String read() throws IOException {
    try (@Nullable InputStream in = Page.class.getResourceAsStream("/web/index.html")) {
      return in == null ? NOT_BUILT : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
