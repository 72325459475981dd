package parley.app.login;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.ParleySettings;
import parley.app.shared.Refusal;
import parley.app.users.Me;
import parley.app.users.Users;

/** Signing up. */
@RestController
@RequestMapping("/api/v1/users")
class SignUpController {
  private final SignUp signUp;
  private final Users users;
  private final LoginCookies cookies;
  private final ParleySettings settings;

  SignUpController(SignUp signUp, Users users, LoginCookies cookies, ParleySettings settings) {
    this.signUp = signUp;
    this.users = users;
    this.cookies = cookies;
    this.settings = settings;
  }

  @PostMapping
  ResponseEntity<Me> signUp(@RequestBody SignUpForm form, HttpServletRequest request) {
    if (!settings.signupOpen()) {
      throw new Refusal(403, "signup_closed", "Signing up is closed here.");
    }
    Entered entered = signUp.signUp(form, Browser.of(request));
    return ResponseEntity.status(HttpStatus.CREATED)
        .headers(cookies.of(entered))
        .body(users.me(entered.userId()));
  }
}
