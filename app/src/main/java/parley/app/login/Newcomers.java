package parley.app.login;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.login.invitations.Invitations;
import parley.app.users.EntryPolicy;
import parley.app.users.NewUser;
import parley.app.users.UserRole;
import parley.app.users.Users;

/**
 * Writes down a new user, sends the mail that proves the address, and lets the browser in: all or
 * nothing.
 */
@Component
class Newcomers {
  private final Users users;
  private final EmailVerifications verifications;
  private final Invitations invitations;
  private final EntryPolicy policy;
  private final Entry entry;

  Newcomers(
      Users users,
      EmailVerifications verifications,
      Invitations invitations,
      EntryPolicy policy,
      Entry entry) {
    this.users = users;
    this.verifications = verifications;
    this.invitations = invitations;
    this.policy = policy;
    this.entry = entry;
  }

  /**
   * Empty for somebody who must prove their address before they are let in. Refuses with 409 {@code
   * email_taken}, or with 410 {@code invitation_over} when another was quicker with it.
   */
  @Transactional
  Optional<Entered> welcome(
      SignUpForm.Checked form, String passwordHash, UserRole role, Browser browser) {
    // Whoever has the invitation reads the mails of that address.
    boolean proven = form.invitation().isPresent();
    UUID id = users.create(user(form, proven, passwordHash, role));
    form.invitation().ifPresent(token -> invitations.accept(token, id));
    if (!proven) {
      verifications.send(id, form.email());
    }
    return users.find(id).filter(policy::mayEnter).map(user -> entry.enter(id, browser));
  }

  private static NewUser user(
      SignUpForm.Checked form, boolean proven, String passwordHash, UserRole role) {
    return new NewUser(
        form.email(),
        proven,
        passwordHash,
        form.fullName().orElse(null),
        form.displayName(),
        role,
        NewUser.BY_EMAIL);
  }
}
