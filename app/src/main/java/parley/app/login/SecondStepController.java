package parley.app.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import parley.app.login.factors.Passkeys;
import parley.app.login.factors.SecondFactors;
import parley.app.login.factors.ShownFactor;
import parley.app.shared.ClientAddress;
import parley.app.users.Me;
import parley.app.users.Users;

/** The second step of a log-in, for the browser that made the first one. */
@RestController
@RequestMapping("/api/v1/sessions/second-step")
class SecondStepController {
  private final SecondSteps steps;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final Users users;
  private final LoginCookies cookies;

  SecondStepController(
      SecondSteps steps,
      SecondFactors factors,
      Passkeys passkeys,
      Users users,
      LoginCookies cookies) {
    this.steps = steps;
    this.factors = factors;
    this.passkeys = passkeys;
    this.users = users;
    this.cookies = cookies;
  }

  /**
   * @param ways what may be shown, best first
   */
  record Due(List<String> ways) {}

  @GetMapping
  Due due(@CookieValue(name = LoginCookies.PENDING, required = false) @Nullable String cookie) {
    return new Due(factors.of(steps.dueFor(token(cookie))));
  }

  @PostMapping("/passkey-options")
  Map<String, Object> passkeyOptions(
      @CookieValue(name = LoginCookies.PENDING, required = false) @Nullable String cookie,
      HttpServletRequest request) {
    SecretToken token = token(cookie);
    UUID userId = steps.dueFor(token);
    return passkeys.assertionOptions(
        SecondSteps.holder(token), ClientAddress.of(request), Optional.of(userId));
  }

  @PostMapping
  ResponseEntity<Me> finish(
      @CookieValue(name = LoginCookies.PENDING, required = false) @Nullable String cookie,
      @RequestBody ShownFactor shown,
      HttpServletRequest request) {
    Entered entered = steps.finish(token(cookie), shown, Browser.of(request));
    return ResponseEntity.status(HttpStatus.CREATED)
        .headers(cookies.afterSecondStep(entered))
        .body(users.me(entered.userId()));
  }

  private static SecretToken token(@Nullable String cookie) {
    return SecretToken.parse(cookie == null ? "" : cookie).orElseThrow(SecondSteps::over);
  }
}
