package parley.app.login.invitations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.login.SecretToken;
import parley.app.shared.Ids;
import parley.app.shared.Refusal;
import parley.app.users.EmailAddress;

/** Invitations to make an account: a link to one address, which works once and for a week. */
@Service
public class Invitations {
  static final Duration VALID_FOR = Duration.ofDays(7);

  private final InvitationRepository repository;
  private final InvitationLetter letter;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final Clock clock;

  Invitations(
      InvitationRepository repository,
      InvitationLetter letter,
      ApplicationEventPublisher events,
      Ids ids,
      Clock clock) {
    this.repository = repository;
    this.letter = letter;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /** Sends one, or sends the one there is again. */
  @Transactional
  public Invitation invite(EmailAddress email, UUID by) {
    Instant now = clock.instant();
    var invitation =
        new Invitation(ids.next(), email, by, now, now, now.plus(VALID_FOR), null, null);
    SecretToken token = SecretToken.random();
    if (!repository.insert(invitation, token)) {
      return resend(repository.unanswered(email).orElseThrow(Refusal::notFound).id(), by);
    }
    letter.send(invitation, token);
    events.publishEvent(new InvitationNoted(invitation.id(), by, "invited"));
    return invitation;
  }

  /** With a new link and a new week; the older link is dead. Refuses with 404. */
  @Transactional
  public Invitation resend(UUID id, UUID by) {
    Invitation invitation = repository.unanswered(id).orElseThrow(Refusal::notFound);
    SecretToken token = SecretToken.random();
    Instant now = clock.instant();
    if (!repository.renew(id, token, now, now.plus(VALID_FOR))) {
      throw Refusal.notFound();
    }
    letter.send(invitation, token);
    events.publishEvent(new InvitationNoted(id, by, "resent"));
    return repository.unanswered(id).orElseThrow(Refusal::notFound);
  }

  /** The link is dead from now on. Refuses with 404. */
  @Transactional
  public void revoke(UUID id, UUID by) {
    if (!repository.revoke(id, clock.instant())) {
      throw Refusal.notFound();
    }
    events.publishEvent(new InvitationNoted(id, by, "revoked"));
  }

  /** Whom the link invites; refuses with 410 {@code invitation_over}. */
  public EmailAddress emailOf(String token) {
    return SecretToken.parse(token)
        .flatMap(secret -> repository.open(secret, clock.instant()))
        .map(Invitation::email)
        .orElseThrow(Invitations::over);
  }

  /** Whether this address has an open invitation. */
  public boolean isInvited(EmailAddress email) {
    return open(email).isPresent();
  }

  /**
   * The user with this address has come: an open invitation has done its work. For those who prove
   * their address otherwise than by its link.
   */
  @Transactional
  public void acceptFor(EmailAddress email, UUID userId) {
    open(email).ifPresent(invitation -> accept(invitation, userId));
  }

  /** Uses the link up; refuses with 410 {@code invitation_over}. */
  @Transactional
  public void accept(String token, UUID userId) {
    Invitation invitation =
        SecretToken.parse(token)
            .flatMap(secret -> repository.open(secret, clock.instant()))
            .orElseThrow(Invitations::over);
    accept(invitation, userId);
  }

  private void accept(Invitation invitation, UUID userId) {
    if (!repository.accept(invitation.id(), userId, clock.instant())) {
      throw over();
    }
    events.publishEvent(new InvitationNoted(invitation.id(), userId, "accepted"));
  }

  private Optional<Invitation> open(EmailAddress email) {
    Instant now = clock.instant();
    return repository.unanswered(email).filter(invitation -> now.isBefore(invitation.expiresAt()));
  }

  private static Refusal over() {
    return new Refusal(
        410,
        "invitation_over",
        "This invitation no longer holds: it was used, withdrawn or is older than a week. Ask for"
            + " a new one.");
  }
}
