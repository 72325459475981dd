package parley.app.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import parley.app.users.Users;

/** Signing up. */
@RestController
@RequestMapping("/api/v1/users")
class SignUpController {
  private final SignUp signUp;
  private final Users users;
  private final LoginCookies cookies;

  SignUpController(SignUp signUp, Users users, LoginCookies cookies) {
    this.signUp = signUp;
    this.users = users;
    this.cookies = cookies;
  }

  /** The account is there; its address must be proven before anybody comes in by it. */
  record ConfirmFirst(String status) {}

  /** 201 and the user, who is logged in; 202 where the address must be proven first. */
  @PostMapping
  ResponseEntity<?> signUp(@RequestBody SignUpForm form, HttpServletRequest request) {
    Optional<Entered> in = signUp.signUp(form, Browser.of(request));
    return in.isEmpty()
        ? ResponseEntity.accepted().body(new ConfirmFirst("confirm_email"))
        : ResponseEntity.status(HttpStatus.CREATED)
            .headers(cookies.of(in.get()))
            .body(users.me(in.get().userId()));
  }
}
