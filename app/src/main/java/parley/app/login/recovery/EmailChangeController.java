package parley.app.login.recovery;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.login.Browser;
import parley.app.login.SignUpThrottle;
import parley.app.mail.Mails;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;
import parley.app.users.EmailAddress;
import parley.app.users.User;
import parley.app.users.Users;

/** The user's side of another address: asking for it, seeing that it waits, calling it off. */
@RestController
@RequestMapping("/api/v1/users/me/email-change")
class EmailChangeController {
  private final EmailChanges changes;
  private final Users users;
  private final SignUpThrottle taken;
  private final RateLimits limits;
  private final Mails mails;

  EmailChangeController(
      EmailChanges changes, Users users, SignUpThrottle taken, RateLimits limits, Mails mails) {
    this.changes = changes;
    this.users = users;
    this.taken = taken;
    this.limits = limits;
    this.mails = mails;
  }

  record Wanted(@Nullable String email) {}

  /**
   * @param email the address that waits for its confirmation; null: none does
   */
  record Waiting(@Nullable String email) {}

  @GetMapping
  Waiting get(SignedInUser signedIn) {
    return new Waiting(
        changes.waiting(signedIn.userId()).map(change -> change.newEmail().value()).orElse(null));
  }

  @StepUp
  @PutMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Waiting begin(SignedInUser signedIn, @RequestBody Wanted wanted, HttpServletRequest request) {
    User user = users.find(signedIn.userId()).orElseThrow(Refusal::notLoggedIn);
    EmailAddress email =
        EmailAddress.parse(wanted.email() == null ? "" : wanted.email())
            .orElseThrow(() -> Refusal.invalid("email", "This is not an e-mail address."));
    if (email.equals(user.email())) {
      throw Refusal.invalid("email", "This is your address already.");
    }
    Browser browser = Browser.of(request);
    limits.count("email change", LimitSettings::emailChange, user.id().toString());
    mails.requireReachable("email", email.value());
    taken.whereTaken(browser, () -> changes.begin(user, email));
    return new Waiting(email.value());
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(SignedInUser signedIn) {
    changes.cancel(signedIn.userId());
  }
}
