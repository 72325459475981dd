package parley.app.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import parley.app.server.http.Problems;
import parley.app.shared.ClientAddress;
import parley.app.shared.Refusal;

/**
 * Health and figures are for the operator: asked from this machine itself, or with the key of the
 * settings. What a proxy on this machine hands on is not from this machine. Everybody else finds
 * nothing there.
 */
final class ActuatorGuard extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";

  private final @Nullable String key;
  private final Problems problems;

  ActuatorGuard(@Nullable String key, Problems problems) {
    this.key = key;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (fromThisMachine(request) || hasKey(request)) {
      chain.doFilter(request, response);
    } else {
      problems.write(response, Refusal.notFound());
    }
  }

  private static boolean fromThisMachine(HttpServletRequest request) {
    return request.getHeader("X-Forwarded-For") == null
        && request.getHeader("Forwarded") == null
        && ClientAddress.of(request).address().isLoopbackAddress();
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
}
