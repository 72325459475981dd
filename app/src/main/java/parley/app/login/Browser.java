package parley.app.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
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
        cookie(request, DEVICE_COOKIE),
        cookie(request, UserCredentials.SESSION_COOKIE));
  }

  private static String oneLine(@Nullable String userAgent) {
    String line = userAgent == null ? "" : userAgent.replaceAll("\\p{Cntrl}", " ");
    return line.substring(0, Math.min(line.length(), LONGEST_USER_AGENT));
  }

  private static Optional<SecretToken> cookie(HttpServletRequest request, String name) {
    Cookie @Nullable [] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .findFirst()
            .flatMap(cookie -> SecretToken.parse(cookie.getValue()));
  }
}
