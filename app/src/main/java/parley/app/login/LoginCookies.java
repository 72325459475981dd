package parley.app.login;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import parley.app.shared.PublicUrl;
import parley.app.shared.UserCredentials;

/** The cookies by which a browser stays logged in and is known again. Scripts cannot read them. */
@Component
public class LoginCookies {
  /** The cookie of a log-in whose second step is due. */
  static final String PENDING = "parley_login";

  private static final Duration DEVICE_KNOWN = Duration.ofDays(365);

  private final LoginSettings settings;
  private final PublicUrl publicUrl;

  LoginCookies(LoginSettings settings, PublicUrl publicUrl) {
    this.settings = settings;
    this.publicUrl = publicUrl;
  }

  /** The headers that set both. */
  public HttpHeaders of(Entered entered) {
    HttpHeaders headers = session(entered.session());
    add(headers, Browser.DEVICE_COOKIE, entered.device().value(), DEVICE_KNOWN);
    return headers;
  }

  /** The headers of a session that was there and has a new token. */
  HttpHeaders session(SecretToken session) {
    var headers = new HttpHeaders();
    add(headers, UserCredentials.SESSION_COOKIE, session.value(), settings.sessionLifetime());
    return headers;
  }

  /** The headers that make this browser known and log nobody in. */
  public HttpHeaders device(SecretToken device) {
    var headers = new HttpHeaders();
    add(headers, Browser.DEVICE_COOKIE, device.value(), DEVICE_KNOWN);
    return headers;
  }

  /** The headers that take the session back; the device stays known. */
  HttpHeaders none() {
    var headers = new HttpHeaders();
    add(headers, UserCredentials.SESSION_COOKIE, "", Duration.ZERO);
    return headers;
  }

  /** The headers of a log-in whose second step is due; there is no session yet. */
  public HttpHeaders pending(SecretToken token) {
    var headers = new HttpHeaders();
    add(headers, PENDING, token.value(), PendingLogins.VALID_FOR);
    return headers;
  }

  /** The headers after the second step: a session in place of what was due. */
  HttpHeaders afterSecondStep(Entered entered) {
    HttpHeaders headers = of(entered);
    add(headers, PENDING, "", Duration.ZERO);
    return headers;
  }

  private void add(HttpHeaders headers, String name, String value, Duration age) {
    ResponseCookie cookie =
        ResponseCookie.from(name, value)
            .httpOnly(true)
            .secure(publicUrl.isSecure())
            .sameSite("Lax")
            .path("/")
            .maxAge(age)
            .build();
    headers.add(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
