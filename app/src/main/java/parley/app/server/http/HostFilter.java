package parley.app.server.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import parley.app.shared.Refusal;

/**
 * Refuses with 421 what was sent to a name that is not ours (RFC 9110 §15.5.20): pages, API, both
 * channels and the operator's pages alike. It stands behind the filter that believes trusted
 * proxies.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class HostFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(HostFilter.class);
  private static final String SENTENCE =
      "This Parley does not answer to the name in the address. Whoever runs it can add the name to"
          + " parley.hosts.";

  private final HostNames names;
  private final Problems problems;
  private final AtomicBoolean told = new AtomicBoolean();

  HostFilter(HostNames names, Problems problems) {
    this.names = names;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String host = request.getServerName();
    // Only programs of before HTTP/1.1 name none.
    if (host == null || host.isBlank() || names.isOurs(host)) {
      chain.doFilter(request, response);
      return;
    }
    if (told.compareAndSet(false, true)) {
      LOG.warn("Requests to the name {} are refused: it is not in parley.hosts", host);
    }
    refuse(request, response);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    int status = HttpStatus.MISDIRECTED_REQUEST.value();
    if (accepted == null || !accepted.contains(MediaType.TEXT_HTML_VALUE)) {
      problems.write(response, new Refusal(status, "unknown_host", SENTENCE));
      return;
    }
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.getOutputStream().write(SENTENCE.getBytes(StandardCharsets.UTF_8));
  }
}
