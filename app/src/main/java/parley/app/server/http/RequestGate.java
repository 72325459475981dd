package parley.app.server.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import parley.app.shared.BodyLimits;
import parley.app.shared.Refusal;

/**
 * What every request passes first: its address is spelled in the one way there is, its query can be
 * read, and its body has an end. Whatever is strange beyond that is refused here too, wherever it
 * is noticed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class RequestGate extends OncePerRequestFilter {
  private final Problems problems;
  private final RequestSettings settings;
  private final Map<String, Long> largerBodies = new HashMap<>();

  RequestGate(Problems problems, RequestSettings settings, ObjectProvider<BodyLimits> limits) {
    this.problems = problems;
    this.settings = settings;
    limits.forEach(some -> largerBodies.putAll(some.routes()));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      requireProtocol(request);
      RequestAddress.require(request);
      requireOneKind(request);
      chain.doFilter(bounded(request), response);
    } catch (IOException | ServletException | RuntimeException failure) {
      Optional<Refusal> refusal = StrangeRequests.refusal(failure);
      if (refusal.isEmpty() || response.isCommitted()) {
        throw failure;
      }
      response.reset();
      problems.write(response, refusal.get());
    }
  }

  // HTTP/0.9 has neither a status nor a header to say anything in.
  private static void requireProtocol(HttpServletRequest request) {
    if (!request.getProtocol().startsWith("HTTP/")) {
      throw ByStatus.refusal(400);
    }
  }

  // Spring reads it in several places, and not each of them expects a wildcard.
  private static void requireOneKind(HttpServletRequest request) {
    String kind = request.getContentType();
    if (kind != null && !MediaType.parseMediaType(kind).isConcrete()) {
      throw ByStatus.refusal(415);
    }
  }

  private HttpServletRequest bounded(HttpServletRequest request) {
    String route = request.getMethod() + " " + request.getRequestURI();
    long longest = largerBodies.getOrDefault(route, BodyLimits.USUAL);
    if (request.getContentLengthLong() > longest) {
      throw BoundedBody.tooLarge(longest);
    }
    return new BoundedRequest(request, longest, settings.patience());
  }
}
