package parley.app.users;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.Refusal;
import parley.app.shared.Refusal.FieldError;
import parley.app.shared.SignedInUser;

/** Everybody's own account. */
@RestController
@RequestMapping("/api/v1/users/me")
class UserController {
  private final Users users;

  UserController(Users users) {
    this.users = users;
  }

  /**
   * What to change; null leaves it as it is.
   *
   * @param fullName empty removes it
   */
  record ProfileChange(@Nullable String fullName, @Nullable String displayName) {}

  @GetMapping
  Me me(SignedInUser user) {
    return users.me(user.userId());
  }

  @PatchMapping
  Me change(SignedInUser user, @RequestBody ProfileChange change) {
    User before = users.find(user.userId()).orElseThrow(Refusal::notLoggedIn);
    String fullName = or(change.fullName(), before.fullName());
    Optional<PersonName> full = fullName == null ? Optional.empty() : PersonName.parse(fullName);
    Optional<PersonName> display =
        PersonName.parse(
            change.displayName() == null ? before.displayName() : change.displayName());
    List<FieldError> errors = new ArrayList<>();
    if (full.isEmpty() && fullName != null && !fullName.isBlank()) {
      errors.add(new FieldError("fullName", PersonName.RULE));
    }
    if (display.isEmpty()) {
      errors.add(new FieldError("displayName", PersonName.RULE));
    }
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
    users.rename(user.userId(), full.orElse(null), display.orElseThrow());
    return users.me(user.userId());
  }

  private static @Nullable String or(@Nullable String changed, @Nullable String before) {
    return changed == null ? before : changed;
  }
}
