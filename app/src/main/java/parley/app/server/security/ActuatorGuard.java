package parley.app.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import parley.app.server.http.Problems;
import parley.app.server.http.ReverseProxy;
import parley.app.shared.Refusal;

/**
 * Health and figures are for the operator: asked from this machine itself, or with the key of the
 * settings. Behind a proxy only the key tells the operator from everybody, for whom a proxy on this
 * machine may ask without a word; without it there is the one word of health then, which says no
 * more than any page that opens. Everybody else finds nothing there.
 */
final class ActuatorGuard extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";
  private static final String HEALTH = "/actuator/health";

  private final @Nullable String key;
  private final ReverseProxy proxy;
  private final Problems problems;

  ActuatorGuard(@Nullable String key, ReverseProxy proxy, Problems problems) {
    this.key = key;
    this.proxy = proxy;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean near = proxy.isFromThisMachine(request);
    if (hasKey(request) || near && !proxy.isExpected()) {
      chain.doFilter(new ByOperator(request), response);
    } else if (near && request.getServletPath().startsWith(HEALTH)) {
      chain.doFilter(request, response);
    } else {
      problems.write(response, Refusal.notFound());
    }
  }

  private boolean hasKey(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (key == null
        || key.isBlank()
        || authorization == null
        || !authorization.startsWith(BEARER)) {
      return false;
    }
    byte[] given = authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(given, key.getBytes(StandardCharsets.UTF_8));
  }

  /** Health tells its details to whoever is somebody. */
  private static final class ByOperator extends HttpServletRequestWrapper {
    ByOperator(HttpServletRequest request) {
      super(request);
    }

    @Override
    public Principal getUserPrincipal() {
      return () -> "operator";
    }
  }
}
