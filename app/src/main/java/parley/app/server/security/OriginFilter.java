package parley.app.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import parley.app.server.http.Problems;
import parley.app.shared.OwnOrigin;
import parley.app.shared.Refusal;

/** Refuses what a page of another site makes a browser send, except to read what is open to all. */
final class OriginFilter extends OncePerRequestFilter {
  static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final OwnOrigin origin;
  private final Problems problems;

  OriginFilter(OwnOrigin origin, Problems problems) {
    this.origin = origin;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!READING.contains(request.getMethod()) && origin.isForeign(request)) {
      problems.write(
          response, new Refusal(403, "foreign_origin", "This request comes from another site."));
      return;
    }
    chain.doFilter(request, response);
  }
}
