package parley.app.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The pages. Each is the same document; which one it becomes is decided in the browser by its
 * address. Secrets of links stand behind {@code #}, which no browser sends. Links that still carry
 * them in the query are answered with the other form before anything else of the page is asked for,
 * so that no request names them as where it comes from.
 */
@Controller
class PageController {
  private static final Set<String> SECRETS = Set.of("token", "invitation", "invite");

  private final Page page;

  PageController(Page page) {
    this.page = page;
  }

  /** The one page that search engines may show; every other answer tells them not to. */
  @GetMapping({"/", "/index.html"})
  ResponseEntity<String> front(HttpServletResponse response) {
    response.setHeader("X-Robots-Tag", "all");
    return page.answer(HttpStatus.OK);
  }

  @GetMapping({
    "/signup",
    "/login",
    "/setup",
    "/verify",
    "/restore",
    "/forgot",
    "/reset",
    "/email-change",
    "/email-change/stop",
    "/home",
    "/account",
    "/account/{page}",
    "/notifications",
    "/unsubscribe",
    "/m/{code}",
    "/staff",
    "/staff/{*rest}"
  })
  ResponseEntity<String> page(HttpServletRequest request) {
    String query = request.getQueryString();
    boolean secret = query != null && SECRETS.stream().anyMatch(name -> hasParameter(query, name));
    return secret ? elsewhere(request.getRequestURI() + "#" + query) : page.answer(HttpStatus.OK);
  }

  /** All that a provider sends along is for us alone. */
  @GetMapping("/login/from/{provider}")
  ResponseEntity<String> socialReturn(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null
        ? page.answer(HttpStatus.OK)
        : elsewhere(request.getRequestURI() + "#" + query);
  }

  /** The address for mail programs (RFC 8058), which people may open too. */
  @GetMapping("/unsubscribe/{token}")
  ResponseEntity<String> unsubscribe(@PathVariable String token) {
    return elsewhere("/unsubscribe#token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
  }

  private static boolean hasParameter(String query, String name) {
    return ("&" + query).contains("&" + name + "=");
  }

  private static ResponseEntity<String> elsewhere(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, address)
        .cacheControl(CacheControl.noStore())
        .header("Referrer-Policy", "no-referrer")
        .build();
  }
}
