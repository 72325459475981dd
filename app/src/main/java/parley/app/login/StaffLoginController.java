package parley.app.login;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

/** What staff do for somebody who cannot get in. */
@RestController
@RequestMapping("/api/v1/staff/users/{id}")
class StaffLoginController {
  private static final String VERIFICATION = "verification";

  private final Users users;
  private final EmailVerifications verifications;
  private final RateLimits limits;
  private final ApplicationEventPublisher events;

  StaffLoginController(
      Users users,
      EmailVerifications verifications,
      RateLimits limits,
      ApplicationEventPublisher events) {
    this.users = users;
    this.verifications = verifications;
    this.limits = limits;
    this.events = events;
  }

  /**
   * @param kind {@code verification}: the link that proves the e-mail address
   */
  record MailAgain(@Nullable String kind) {}

  @StepUp
  @PostMapping("/mails")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Transactional
  public void send(SignedInUser staff, @PathVariable UUID id, @RequestBody MailAgain mail) {
    User user = users.find(id).filter(User::isActive).orElseThrow(Refusal::notFound);
    if (!VERIFICATION.equals(mail.kind())) {
      throw Refusal.invalid("kind", "There is no mail of this kind to send again.");
    }
    if (user.emailVerified()) {
      throw new Refusal(409, "already_verified", "This e-mail address is confirmed already.");
    }
    limits.count("verification mail", LimitSettings::verificationMail, user.id().toString());
    verifications.send(user.id(), user.email());
    events.publishEvent(new MailResent(user.id(), staff.userId(), VERIFICATION));
  }
}
