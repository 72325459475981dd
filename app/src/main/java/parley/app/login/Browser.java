package parley.app.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.app.shared.ClientAddress;
import parley.app.shared.UserCredentials;

/**
 * Where somebody is knocking from.
 *
 * @param userAgent what it calls itself, one line of at most 300 characters, empty if it does not
 *     say
 * @param device the token by which a device is known on which somebody logged in before
 * @param session the session it has now
 */
public record Browser(
    ClientAddress address,
    String userAgent,
    Optional<SecretToken> device,
    Optional<SecretToken> session) {
  static final String DEVICE_COOKIE = "parley_device";
  private static final int LONGEST_USER_AGENT = 300;

  public static Browser of(HttpServletRequest request) {
    return new Browser(
        ClientAddress.of(request),
        oneLine(request.getHeader("User-Agent")),
        tokens(request, DEVICE_COOKIE).findFirst(),
        tokens(request, UserCredentials.SESSION_COOKIE).findFirst());
  }

  /** The tokens of sessions it shows; more than one where somebody slipped it another. */
  static List<SecretToken> sessions(HttpServletRequest request) {
    return tokens(request, UserCredentials.SESSION_COOKIE).toList();
  }

  private static String oneLine(@Nullable String userAgent) {
    String line = userAgent == null ? "" : userAgent.replaceAll("\\p{Cntrl}", " ");
    return line.substring(0, Math.min(line.length(), LONGEST_USER_AGENT));
  }

  private static Stream<SecretToken> tokens(HttpServletRequest request, String name) {
    Cookie @Nullable [] cookies = request.getCookies();
    return cookies == null
        ? Stream.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .flatMap(cookie -> SecretToken.parse(cookie.getValue()).stream());
  }
}
