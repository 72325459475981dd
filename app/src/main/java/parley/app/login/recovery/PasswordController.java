package parley.app.login.recovery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;
import parley.app.users.User;
import parley.app.users.Users;

/** One's own password. */
@RestController
@RequestMapping("/api/v1/users/me/password")
class PasswordController {
  private final Users users;
  private final Passwords passwords;
  private final RateLimits limits;

  PasswordController(Users users, Passwords passwords, RateLimits limits) {
    this.users = users;
    this.passwords = passwords;
    this.limits = limits;
  }

  /**
   * @param changedAt when it was chosen; null: there is none
   */
  record PasswordState(@Nullable Instant changedAt) {}

  record NewPassword(@Nullable String password) {
    @Override
    public String toString() {
      return "NewPassword[…]";
    }
  }

  @GetMapping
  PasswordState get(SignedInUser signedIn) {
    return new PasswordState(users.passwordChangedAt(signedIn.userId()).orElse(null));
  }

  @StepUp
  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(SignedInUser signedIn, @RequestBody NewPassword chosen) {
    User user = users.find(signedIn.userId()).orElseThrow(Refusal::notLoggedIn);
    limits.count("new password", LimitSettings::newPassword, user.id().toString());
    String password = chosen.password() == null ? "" : chosen.password();
    passwords.change(signedIn, user, passwords.hash(user, password));
  }
}
