package parley.app.server.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import parley.app.shared.Refusal;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a refusal into a problem document (RFC 9457): type, title, status, detail, and our {@code
 * code}.
 */
@Component
public class Problems {
  /** The content security policy of an answer that is no page. */
  public static final String NO_PAGE =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

  private final JsonMapper json;

  public Problems(JsonMapper json) {
    this.json = json;
  }

  /** As the answer of a controller. */
  public ResponseEntity<Object> answer(Refusal refusal) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.setCacheControl("no-store");
    if (refusal.retryAfter() != null) {
      headers.set(HttpHeaders.RETRY_AFTER, seconds(refusal));
    }
    return new ResponseEntity<>(body(refusal), headers, HttpStatusCode.valueOf(refusal.status()));
  }

  /** Straight into a response, where no controller was reached. */
  public void write(HttpServletResponse response, Refusal refusal) throws IOException {
    response.setStatus(refusal.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", NO_PAGE);
    if (refusal.retryAfter() != null) {
      response.setHeader(HttpHeaders.RETRY_AFTER, seconds(refusal));
    }
    response.getOutputStream().write(json.writeValueAsBytes(body(refusal)));
  }

  private static Map<String, Object> body(Refusal refusal) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "urn:parley:problem:" + refusal.code());
    HttpStatus status = HttpStatus.resolve(refusal.status());
    body.put("title", status == null ? "Refused" : status.getReasonPhrase());
    body.put("status", refusal.status());
    body.put("detail", refusal.sentence());
    body.put("code", refusal.code());
    if (!refusal.errors().isEmpty()) {
      body.put("errors", refusal.errors());
    }
    refusal.more().forEach(body::putIfAbsent);
    return body;
  }

  @SuppressWarnings("NullAway")
  private static String seconds(Refusal refusal) {
    return String.valueOf(Math.max(1, refusal.retryAfter().plusMillis(999).toSeconds()));
  }
}
