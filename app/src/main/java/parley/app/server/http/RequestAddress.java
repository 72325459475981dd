package parley.app.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.regex.Pattern;
import parley.app.shared.Refusal;

/**
 * The one way in which an address is spelled. Whoever decides by an address, here or on the way,
 * then sees the same one: nothing is encoded that need not be (RFC 3986 §6.2.2.2), nor is there a
 * parameter of a segment, an empty segment, or one of dots.
 */
final class RequestAddress {
  /** The signal's alone are longer: its join request travels in the query. */
  private static final int LONGEST = 8 * 1024;

  private static final String SIGNAL = "/rtc";

  // Encoded letters, digits, dots, slashes, controls and the like. A space or an umlaut that
  // somebody types is no other spelling of anything.
  private static final Pattern OTHER_SPELLING =
      Pattern.compile(
          "%(?:[01][0-9a-f]|2[def5]|3[0-9b]|[46][1-9a-f]|[57][0-9a]|5[cf]|7[ef])|[;\\\\]|//|/\\.\\.?(?:/|$)",
          Pattern.CASE_INSENSITIVE);

  private RequestAddress() {}

  /** Refuses with 400 {@code unusual_address} or {@code invalid_query}, or 414. */
  static void require(HttpServletRequest request) {
    String path = pathOf(request);
    String query = request.getQueryString();
    int length = path.length() + (query == null ? 0 : query.length());
    if (length > LONGEST && !path.startsWith(SIGNAL)) {
      throw ByStatus.refusal(414);
    }
    if (OTHER_SPELLING.matcher(path).find()) {
      throw new Refusal(
          400, "unusual_address", "This address is spelled in a way that is not accepted.");
    }
    if (query != null) {
      requireReadable(request);
    }
  }

  // Clients whose address ends in a slash put another before the signal's.
  private static String pathOf(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/" + SIGNAL) ? path.substring(1) : path;
  }

  // Read once and kept by the server, which never looks for parameters in a body.
  private static void requireReadable(HttpServletRequest request) {
    Map<String, String[]> parameters;
    try {
      parameters = request.getParameterMap();
    } catch (IllegalStateException unreadable) {
      throw invalidQuery();
    }
    for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
      for (String value : parameter.getValue()) {
        if (value.indexOf('\0') >= 0) {
          throw invalidQuery();
        }
      }
    }
  }

  private static Refusal invalidQuery() {
    return new Refusal(
        400, "invalid_query", "What stands behind the question mark cannot be read.");
  }
}
