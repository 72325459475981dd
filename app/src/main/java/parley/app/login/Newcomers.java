package parley.app.login;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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
  private final Entry entry;

  Newcomers(Users users, EmailVerifications verifications, Entry entry) {
    this.users = users;
    this.verifications = verifications;
    this.entry = entry;
  }

  /** Refuses with 409 {@code email_taken}. */
  @Transactional
  Entered welcome(SignUpForm.Checked form, String passwordHash, UserRole role, Browser browser) {
    var user =
        new NewUser(
            form.email(), passwordHash, form.fullName().orElse(null), form.displayName(), role);
    UUID id = users.create(user);
    verifications.send(id, form.email());
    return entry.enter(id, browser);
  }
}
