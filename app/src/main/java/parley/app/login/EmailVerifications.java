package parley.app.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.mail.Mail;
import parley.app.mail.Mails;
import parley.app.shared.PublicUrl;
import parley.app.shared.Refusal;
import parley.app.users.EmailAddress;
import parley.app.users.User;
import parley.app.users.Users;

/**
 * Proves that an e-mail address belongs to whoever gave it, by a link that is sent there and works
 * once.
 */
@Service
public class EmailVerifications {
  static final Duration VALID_FOR = Duration.ofHours(48);

  private final VerificationRepository repository;
  private final Users users;
  private final Mails mails;
  private final PublicUrl publicUrl;
  private final Reclaim reclaim;
  private final Clock clock;

  EmailVerifications(
      VerificationRepository repository,
      Users users,
      Mails mails,
      PublicUrl publicUrl,
      Reclaim reclaim,
      Clock clock) {
    this.repository = repository;
    this.users = users;
    this.mails = mails;
    this.publicUrl = publicUrl;
    this.reclaim = reclaim;
    this.clock = clock;
  }

  /** Puts the mail with a new link into the outbox. */
  @Transactional
  public void send(UUID userId, EmailAddress email) {
    SecretToken token = SecretToken.random();
    Instant now = clock.instant();
    repository.insert(userId, email, token, now, now.plus(VALID_FOR));
    mails.send(
        Mail.to(email.value())
            .subject("Confirm your e-mail address")
            .paragraph("Somebody signed up at " + publicUrl.base() + " with this e-mail address.")
            .paragraph("If it was you, confirm that the address is yours:")
            .link("Confirm my address", publicUrl.page("/verify#token=" + token.value()))
            .paragraph("The link works once, for two days. If it was not you, do nothing.")
            .build());
  }

  /** Where somebody finds the link, in a sentence for them. */
  String whereTheLinkIs(EmailAddress email) {
    return mails.canSend()
        ? "The link is on its way to " + email + "."
        : "This server sends no mail: ask whoever runs it for the link to " + email + ".";
  }

  /** The address that the link would confirm; refuses as {@link #find} does. */
  EmailAddress peek(String token) {
    return find(token).email();
  }

  /**
   * Whose address the link would confirm; refuses with 410 {@code verification_done} where it has
   * confirmed it already, else with 410 {@code verification_link_used}.
   */
  VerificationRepository.Verification find(String token) {
    return SecretToken.parse(token)
        .flatMap(secret -> repository.find(secret, clock.instant()))
        .orElseThrow(() -> over(token));
  }

  /**
   * Confirms the address and uses the link up; refuses as {@link #find} does.
   *
   * @param sameHand whether whoever confirms has shown to be who signed up; if not, nothing that
   *     was made before opens the account any more
   */
  @Transactional
  public EmailAddress confirm(String token, boolean sameHand) {
    Optional<VerificationRepository.Verification> verification =
        SecretToken.parse(token).flatMap(secret -> repository.use(secret, clock.instant()));
    var confirmed = verification.orElseThrow(() -> over(token));
    users.verifyEmail(confirmed.userId(), confirmed.email());
    if (!sameHand) {
      reclaim.everything(confirmed.userId());
    }
    return confirmed.email();
  }

  private Refusal over(String token) {
    boolean worked =
        SecretToken.parse(token)
            .flatMap(repository::findUsed)
            .flatMap(proven ->
                users.find(proven.userId()).filter(user -> user.email().equals(proven.email())))
            .filter(User::emailVerified)
            .isPresent();
    return worked
        ? new Refusal(410, "verification_done", "This link has worked: your address is confirmed.")
        : new Refusal(
            410, "verification_link_used", "This link no longer works. You can ask for a new one.");
  }
}
