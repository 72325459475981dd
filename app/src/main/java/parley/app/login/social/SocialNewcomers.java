package parley.app.login.social;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.login.EmailVerifications;
import parley.app.login.SignUpRules;
import parley.app.login.invitations.Invitations;
import parley.app.shared.Refusal;
import parley.app.users.EmailAddress;
import parley.app.users.NewUser;
import parley.app.users.PersonName;
import parley.app.users.UserRole;
import parley.app.users.Users;

/** Makes users of people whom a provider knows. */
@Component
class SocialNewcomers {
  private final Users users;
  private final SignUpRules rules;
  private final Invitations invitations;
  private final EmailVerifications verifications;
  private final LinkedAccounts linked;

  SocialNewcomers(
      Users users,
      SignUpRules rules,
      Invitations invitations,
      EmailVerifications verifications,
      LinkedAccounts linked) {
    this.users = users;
    this.rules = rules;
    this.invitations = invitations;
    this.verifications = verifications;
    this.linked = linked;
  }

  /** Refuses as signing up does, and with 409 {@code link_needed} for an address that is taken. */
  @Transactional
  public UUID welcome(Provider provider, Identity identity) {
    EmailAddress email = identity.email().orElseThrow(() -> noAddress(provider));
    rules.check(email, identity.emailVerified());
    requireFree(provider, email);
    UUID id = users.create(user(provider, identity, email));
    linked.link(provider, identity, id);
    if (identity.emailVerified()) {
      invitations.acceptFor(email, id);
    } else {
      verifications.send(id, email);
    }
    return id;
  }

  private void requireFree(Provider provider, EmailAddress email) {
    try {
      rules.requireFree(email);
    } catch (Refusal taken) {
      throw linkNeeded(provider);
    }
  }

  private static NewUser user(Provider provider, Identity identity, EmailAddress email) {
    PersonName name =
        identity
            .name()
            .or(() -> PersonName.parse(email.localPart()))
            .orElseThrow(() -> noAddress(provider));
    return new NewUser(
        email,
        identity.emailVerified(),
        null,
        identity.name().orElse(null),
        name,
        UserRole.USER,
        provider.id());
  }

  static Refusal linkNeeded(Provider provider) {
    return new Refusal(
        409,
        "link_needed",
        "There is an account with your address already. Log in to it with your password, then link"
            + String.format(Locale.ROOT, " %s under Account, Security.", provider.name()));
  }

  private static Refusal noAddress(Provider provider) {
    return new Refusal(
        403,
        "no_email",
        String.format(
            Locale.ROOT,
            "%s does not tell your e-mail address. Sign up with it here; then you can link %s.",
            provider.name(),
            provider.name()));
  }
}
