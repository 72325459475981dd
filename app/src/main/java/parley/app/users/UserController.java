package parley.app.users;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.shared.SignedInUser;

/** Everybody's own account. */
@RestController
@RequestMapping("/api/v1/users/me")
class UserController {
  private final Users users;
  private final RateLimits limits;

  UserController(Users users, RateLimits limits) {
    this.users = users;
    this.limits = limits;
  }

  @GetMapping
  Me me(SignedInUser user) {
    return users.me(user.userId());
  }

  @PatchMapping
  Me change(SignedInUser user, @RequestBody ProfileChange change) {
    limits.count("profile", LimitSettings::profileChange, user.userId().toString());
    users.changeProfile(user.userId(), change);
    return users.me(user.userId());
  }
}
