package parley.app.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import parley.app.login.factors.Passkeys;
import parley.app.shared.ClientAddress;
import parley.app.users.Me;
import parley.app.users.Users;
import tools.jackson.databind.JsonNode;

/** Logging in by passkey alone: it says who somebody is, and proves it by two factors. */
@RestController
@RequestMapping("/api/v1/sessions/passkey")
class PasskeyLoginController {
  private final Passkeys passkeys;
  private final PasskeyLogins logins;
  private final Users users;
  private final LoginCookies cookies;

  PasskeyLoginController(
      Passkeys passkeys, PasskeyLogins logins, Users users, LoginCookies cookies) {
    this.passkeys = passkeys;
    this.logins = logins;
    this.users = users;
    this.cookies = cookies;
  }

  @PostMapping("/options")
  Map<String, Object> options(HttpServletRequest request) {
    return passkeys.assertionOptions(
        PasskeyLogins.HOLDER, ClientAddress.of(request), Optional.empty());
  }

  @PostMapping
  ResponseEntity<Me> logIn(@RequestBody JsonNode answer, HttpServletRequest request) {
    Entered entered = logins.logIn(answer, Browser.of(request));
    return ResponseEntity.status(HttpStatus.CREATED)
        .headers(cookies.of(entered))
        .body(users.me(entered.userId()));
  }
}
