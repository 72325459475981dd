package parley.app.login.invitations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.mail.Mails;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;
import parley.app.users.EmailAddress;
import parley.app.users.EntryPolicy;
import parley.app.users.SignUpRule;
import parley.app.users.User;
import parley.app.users.Users;

/** The console's list of invitations. */
@RestController
@RequestMapping("/api/v1/staff/invitations")
class InvitationController {
  private static final int PAGE = 50;

  private final Invitations invitations;
  private final InvitationRepository repository;
  private final Users users;
  private final EntryPolicy policy;
  private final RateLimits limits;
  private final Mails mails;
  private final Clock clock;

  InvitationController(
      Invitations invitations,
      InvitationRepository repository,
      Users users,
      EntryPolicy policy,
      RateLimits limits,
      Mails mails,
      Clock clock) {
    this.invitations = invitations;
    this.repository = repository;
    this.users = users;
    this.policy = policy;
    this.limits = limits;
    this.mails = mails;
    this.clock = clock;
  }

  record Invite(@Nullable String email) {}

  /**
   * @param state open, accepted, revoked or expired
   * @param invitedBy the name of who invited; null if that account is gone
   */
  record InvitationView(
      UUID id,
      String email,
      String state,
      @Nullable String invitedBy,
      Instant sentAt,
      Instant expiresAt) {}

  record Page(List<InvitationView> items, @Nullable String nextCursor) {}

  @GetMapping
  Page list(@RequestParam(required = false) @Nullable UUID cursor) {
    List<InvitationView> items = repository.list(cursor, PAGE).stream().map(this::view).toList();
    return new Page(items, items.size() < PAGE ? null : items.getLast().id().toString());
  }

  @StepUp
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  InvitationView invite(SignedInUser staff, @RequestBody Invite invite) {
    EmailAddress email =
        EmailAddress.parse(invite.email() == null ? "" : invite.email())
            .orElseThrow(() -> Refusal.invalid("email", "This is not an e-mail address."));
    if (policy.rules().signUp() == SignUpRule.CLOSED) {
      throw new Refusal(
          409, "signup_closed", "Nobody can make an account now: sign-up is closed by the rules.");
    }
    users.requireFree(email);
    count(staff);
    mails.requireReachable("email", email.value());
    return view(invitations.invite(email, staff.userId()));
  }

  @StepUp
  @PostMapping("/{id}/resend")
  InvitationView resend(SignedInUser staff, @PathVariable UUID id) {
    count(staff);
    return view(invitations.resend(id, staff.userId()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(SignedInUser staff, @PathVariable UUID id) {
    invitations.revoke(id, staff.userId());
  }

  private void count(SignedInUser staff) {
    limits.count("invitation", LimitSettings::invitation, staff.userId().toString());
  }

  private InvitationView view(Invitation invitation) {
    UUID by = invitation.invitedBy();
    return new InvitationView(
        invitation.id(),
        invitation.email().value(),
        invitation.state(clock.instant()),
        by == null ? null : users.find(by).map(User::displayName).orElse(null),
        invitation.sentAt(),
        invitation.expiresAt());
  }
}
