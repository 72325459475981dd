package parley.app.login;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parley.app.login.invitations.Invitations;
import parley.app.shared.Refusal;
import parley.app.users.EmailAddress;
import parley.app.users.EntryPolicy;
import parley.app.users.EntryRules;
import parley.app.users.SignUpRule;
import parley.app.users.Users;

/** Whether somebody with this address may make an account now. */
@Component
public class SignUpRules {
  private final EntryPolicy policy;
  private final Invitations invitations;
  private final KeptAddresses kept;
  private final Users users;

  SignUpRules(EntryPolicy policy, Invitations invitations, KeptAddresses kept, Users users) {
    this.policy = policy;
    this.invitations = invitations;
    this.kept = kept;
    this.users = users;
  }

  /**
   * Returns if somebody may who holds this invitation, or none. Refuses with 403 {@code
   * signup_closed}, {@code signup_by_invitation}, {@code signup_by_domain} or {@code
   * invitation_for_another}, or with 410 {@code invitation_over}.
   */
  void check(EmailAddress email, @Nullable String invitation) {
    EntryRules rules = policy.rules();
    if (rules.signUp() == SignUpRule.CLOSED) {
      throw closed();
    }
    if (invitation == null) {
      check(email, rules, false);
    } else if (!invitations.emailOf(invitation).equals(email)) {
      throw new Refusal(
          403, "invitation_for_another", "This invitation is for another e-mail address.");
    }
  }

  /**
   * As the other, for somebody without a link.
   *
   * @param proven whether the address is known to be theirs, so that an invitation to it is too
   */
  public void check(EmailAddress email, boolean proven) {
    check(email, policy.rules(), proven && invitations.isInvited(email));
  }

  /** Refuses with 409 {@code email_taken}. */
  public void requireFree(EmailAddress email) {
    users.requireFree(email);
    if (kept.isKept(email, null)) {
      throw users.emailTaken();
    }
  }

  private static void check(EmailAddress email, EntryRules rules, boolean invited) {
    switch (rules.signUp()) {
      case OPEN -> {}
      case CLOSED -> throw closed();
      case INVITATION -> require(invited, byInvitation());
      case DOMAINS ->
          require(
              invited || rules.signUpDomains().contains(email),
              byDomain(String.join(", ", rules.signUpDomains().names())));
    }
  }

  private static void require(boolean condition, Refusal otherwise) {
    if (!condition) {
      throw otherwise;
    }
  }

  private static Refusal closed() {
    return new Refusal(403, "signup_closed", "Signing up is closed here.");
  }

  private static Refusal byInvitation() {
    return new Refusal(
        403,
        "signup_by_invitation",
        "This Parley is by invitation. Open the link in the mail that invites you.");
  }

  private static Refusal byDomain(String domains) {
    return new Refusal(
        403, "signup_by_domain", "Accounts here are for e-mail addresses at " + domains + ".");
  }
}
