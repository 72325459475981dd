package parley.app.login.social;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.login.Arrival;
import parley.app.login.Browser;
import parley.app.login.EntryChecks;
import parley.app.login.SecondSteps;
import parley.app.shared.Refusal;
import parley.app.users.Credentials;
import parley.app.users.User;
import parley.app.users.Users;

/**
 * Lets people in whom a provider knows. An account that is there already is linked only if its
 * address is proven here and there; otherwise whoever holds a mailbox that somebody else wrote down
 * would get into their account.
 */
@Service
class SocialLogins {
  private final Users users;
  private final LinkedAccounts linked;
  private final SocialNewcomers newcomers;
  private final EntryChecks checks;
  private final SecondSteps steps;

  SocialLogins(
      Users users,
      LinkedAccounts linked,
      SocialNewcomers newcomers,
      EntryChecks checks,
      SecondSteps steps) {
    this.users = users;
    this.linked = linked;
    this.newcomers = newcomers;
    this.checks = checks;
    this.steps = steps;
  }

  /**
   * Empty for somebody new who must prove their address first. Refuses with 403 {@code
   * account_suspended} or {@code account_deleted}, with 409 {@code link_needed}, or as signing up
   * does.
   */
  Optional<Arrival> enter(Provider provider, Identity identity, Browser browser) {
    UUID userId =
        linked
            .use(provider, identity)
            .or(() -> linkByAddress(provider, identity))
            .orElseGet(() -> newcomers.welcome(provider, identity));
    User user = users.find(userId).orElseThrow(Refusal::notFound);
    checks.requireNotSuspended(user);
    return !user.isActive() || checks.mayEnter(user)
        ? Optional.of(steps.arrive(userId, browser))
        : Optional.empty();
  }

  /** Refuses with 403 {@code email_not_verified} whoever has not proven the address. */
  void requireMayLink(UUID userId) {
    linked.requireMayLink(userId);
  }

  /** Refuses with 403 {@code email_not_verified} or 409 {@code already_linked}. */
  @Transactional
  public void link(Provider provider, Identity identity, UUID userId) {
    linked.linkToPresent(provider, identity, userId);
  }

  private Optional<UUID> linkByAddress(Provider provider, Identity identity) {
    Optional<User> present =
        identity.email().flatMap(users::credentials).map(Credentials::userId).flatMap(users::find);
    present.ifPresent(user -> {
      // Who has a second step on shows it before anything is linked: they log in and link there.
      if (!identity.emailVerified() || !user.emailVerified() || steps.isOn(user.id())) {
        throw SocialNewcomers.linkNeeded(provider);
      }
      checks.requireNotSuspended(user);
      linked.linkToPresent(provider, identity, user.id());
    });
    return present.map(User::id);
  }
}
