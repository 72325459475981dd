package parley.app.login;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.ClientAddress;
import parley.app.shared.LimitSettings;
import parley.app.shared.LinkToken;
import parley.app.shared.RateLimits;
import parley.app.users.Me;
import parley.app.users.Users;

/** The page behind the first administrator's link. */
@RestController
@RequestMapping("/api/v1/setup")
class SetupController {
  private final FirstAdministrator administrator;
  private final Users users;
  private final LoginCookies cookies;
  private final RateLimits limits;

  SetupController(
      FirstAdministrator administrator, Users users, LoginCookies cookies, RateLimits limits) {
    this.limits = limits;
    this.administrator = administrator;
    this.users = users;
    this.cookies = cookies;
  }

  record SetUp(
      @Nullable String token,
      @Nullable String email,
      @Nullable String password,
      @Nullable String fullName,
      @Nullable String displayName) {
    SignUpForm form() {
      return new SignUpForm(email, password, fullName, displayName, null);
    }

    @Override
    public String toString() {
      return "SetUp[…]";
    }
  }

  record LinkWorks(boolean valid) {}

  @GetMapping
  LinkWorks check(
      @RequestHeader(name = LinkToken.HEADER, defaultValue = "") String shown,
      @RequestParam(defaultValue = "") String token,
      HttpServletRequest request) {
    count(request);
    administrator.check(LinkToken.of(shown, token));
    return new LinkWorks(true);
  }

  @PostMapping
  ResponseEntity<Me> setUp(@RequestBody SetUp setUp, HttpServletRequest request) {
    count(request);
    String token = setUp.token() == null ? "" : setUp.token();
    Entered entered = administrator.setUp(token, setUp.form(), Browser.of(request));
    return ResponseEntity.status(HttpStatus.CREATED)
        .headers(cookies.of(entered))
        .body(users.me(entered.userId()));
  }

  private void count(HttpServletRequest request) {
    limits.count("setup", LimitSettings::setup, ClientAddress.of(request));
  }
}
