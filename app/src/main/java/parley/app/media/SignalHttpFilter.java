package parley.app.media;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What LiveKit clients expect of HTTP around the signal: answers that pages of any origin may read,
 * and patience with the double slash that comes of {@code https://host/} plus {@code /rtc}. It
 * stands before the security chain.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SignalHttpFilter extends OncePerRequestFilter {
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = collapsed(request.getRequestURI());
    return !(path.equals("/") || path.equals("/rtc") || path.startsWith("/rtc/"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    if (isPreflight(request)) {
      answerPreflight(request, response);
    } else {
      chain.doFilter(new SingleSlash(request), response);
    }
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
  }

  private static void answerPreflight(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, OPTIONS");
    @Nullable String headers = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
    if (headers != null) {
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers);
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private static String collapsed(String path) {
    int first = 0;
    while (path.startsWith("//", first)) {
      first++;
    }
    return path.substring(first);
  }

  private static final class SingleSlash extends HttpServletRequestWrapper {
    SingleSlash(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getRequestURI() {
      return collapsed(super.getRequestURI());
    }

    @Override
    public String getServletPath() {
      return collapsed(super.getServletPath());
    }
  }
}
