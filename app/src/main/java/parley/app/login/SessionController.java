package parley.app.login;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.CurrentPerson;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.users.EmailAddress;
import parley.app.users.Me;
import parley.app.users.Users;

/** Logging in and out. */
@RestController
@RequestMapping("/api/v1/sessions")
class SessionController {
  private final Logins logins;
  private final Sessions sessions;
  private final Users users;
  private final LoginCookies cookies;
  private final ArrivalAnswers answers;

  SessionController(
      Logins logins, Sessions sessions, Users users, LoginCookies cookies, ArrivalAnswers answers) {
    this.answers = answers;
    this.logins = logins;
    this.sessions = sessions;
    this.users = users;
    this.cookies = cookies;
  }

  record LogIn(@Nullable String email, @Nullable String password) {
    @Override
    public String toString() {
      return "LogIn[…]";
    }
  }

  /** 201 with the user, or 202 with what the second step may be made with. */
  @PostMapping
  ResponseEntity<Object> logIn(@RequestBody LogIn logIn, HttpServletRequest request) {
    if (logIn.password() == null || logIn.password().isEmpty()) {
      throw Refusal.invalid("password", "Enter your password.");
    }
    EmailAddress email =
        EmailAddress.parse(logIn.email() == null ? "" : logIn.email())
            .orElseThrow(() -> Refusal.invalid("email", "Enter your e-mail address."));
    return answers.to(logins.logIn(email, logIn.password(), Browser.of(request)));
  }

  /**
   * @param user null for nobody
   */
  record Current(@Nullable Me user) {}

  /**
   * Who is logged in. Every page asks it, also for a guest, so that nobody is no error here as it
   * is at {@code /users/me}.
   */
  @GetMapping("/current")
  Current current(CurrentPerson person) {
    return new Current(person.user().map(user -> users.me(user.userId())).orElse(null));
  }

  @DeleteMapping("/current")
  ResponseEntity<Void> logOut(SignedInUser user) {
    sessions.end(user.sessionId());
    return ResponseEntity.noContent().headers(cookies.none()).build();
  }
}
