package parley.app.login;

import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.shared.PublicUrl;
import parley.app.shared.Refusal;
import parley.app.users.UserRole;
import parley.app.users.Users;

/** Makes the first administrator, who holds the link that was printed at the last start. */
@Service
class FirstAdministrator {
  private final Users users;
  private final SetupLinks links;
  private final SignUp signUp;
  private final Newcomers newcomers;
  private final TransactionTemplate transaction;

  FirstAdministrator(
      Users users,
      SetupLinks links,
      SignUp signUp,
      Newcomers newcomers,
      TransactionTemplate transaction) {
    this.users = users;
    this.links = links;
    this.signUp = signUp;
    this.newcomers = newcomers;
    this.transaction = transaction;
  }

  /** A new link, after which the older one is dead; empty once there is an administrator. */
  @Transactional
  public Optional<URI> newLink(PublicUrl publicUrl) {
    if (users.administratorExists()) {
      return Optional.empty();
    }
    SecretToken token = SecretToken.random();
    links.replace(token);
    return Optional.of(publicUrl.page("/setup?token=" + token.value()));
  }

  /** Refuses with 410 {@code setup_link_used} unless the link still works. */
  void check(String token) {
    boolean valid = SecretToken.parse(token).filter(links::isValid).isPresent();
    if (!valid || users.administratorExists()) {
      throw used();
    }
  }

  /**
   * Makes the administrator and uses the link up; when anything is refused the link still works.
   */
  Entered setUp(String token, SignUpForm form, Browser browser) {
    check(token);
    SignUpForm.Checked checked = signUp.check(form);
    users.requireFree(checked.email());
    String hash = signUp.hash(checked);
    return transaction.execute(status -> {
      if (SecretToken.parse(token).filter(links::use).isEmpty() || users.administratorExists()) {
        throw used();
      }
      return newcomers.welcome(checked, hash, UserRole.ADMIN, browser).orElseThrow();
    });
  }

  private static Refusal used() {
    return new Refusal(
        410, "setup_link_used", "This link no longer works. A new one is printed at every start.");
  }
}
