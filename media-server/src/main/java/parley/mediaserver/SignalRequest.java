package parley.mediaserver;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request for {@code /rtc…}, as the web server saw it before any upgrade.
 *
 * @param path the request path, decoded, without the query
 * @param query the query parameters, decoded; the first value where a name comes twice
 * @param authorization the {@code Authorization} header, null when absent
 */
public record SignalRequest(
    String path, Map<String, String> query, @Nullable String authorization) {

  public SignalRequest {
    query = Map.copyOf(query);
  }
}
