package parley.app.login.social;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parley.app.login.KeysTaken;
import parley.app.login.factors.WaysIn;
import parley.app.shared.Refusal;
import parley.app.users.User;
import parley.app.users.Users;

/** Which accounts at providers open whose account here. */
@Service
class LinkedAccounts {
  private final LinkedAccountRepository repository;
  private final Users users;
  private final WaysIn waysIn;
  private final LinkLetter letter;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  LinkedAccounts(
      LinkedAccountRepository repository,
      Users users,
      WaysIn waysIn,
      LinkLetter letter,
      ApplicationEventPublisher events,
      Clock clock) {
    this.repository = repository;
    this.users = users;
    this.waysIn = waysIn;
    this.letter = letter;
    this.events = events;
    this.clock = clock;
  }

  /** Whom this identity opens the account of; noted as a use. */
  @Transactional
  public Optional<UUID> use(Provider provider, Identity identity) {
    Optional<UUID> userId = repository.userOf(provider.id(), identity.subject());
    userId.ifPresent(known -> repository.used(provider.id(), identity.subject(), clock.instant()));
    return userId;
  }

  /** Refuses with 409 {@code already_linked}. */
  @Transactional
  public void link(Provider provider, Identity identity, UUID userId) {
    if (!repository.insert(provider.id(), identity, userId, clock.instant())) {
      throw new Refusal(
          409,
          "already_linked",
          String.format(
              Locale.ROOT,
              "This account of %s, or another one of it, is linked already.",
              provider.name()));
    }
    events.publishEvent(new AccountLinked(userId, provider.id()));
  }

  /**
   * As {@link #link}, to an account that was there before: its owner is told by mail. Refuses as
   * {@link #requireMayLink}.
   */
  @Transactional
  public void linkToPresent(Provider provider, Identity identity, UUID userId) {
    requireMayLink(userId);
    link(provider, identity, userId);
    users.find(userId).ifPresent(user -> letter.send(user.email(), provider));
  }

  /**
   * Refuses with 403 {@code email_not_verified} whoever has not proven the address: they may have
   * signed up with a foreign one, and the link would let them in after its holder has it.
   */
  void requireMayLink(UUID userId) {
    if (users.find(userId).filter(User::emailVerified).isEmpty()) {
      throw new Refusal(
          403, "email_not_verified", "Confirm your e-mail address before you link an account.");
    }
  }

  /** Refuses with 404, or with 409 {@code last_way_in} if nothing else would open the account. */
  @Transactional
  public void unlink(UUID userId, String provider) {
    if (repository.of(userId).stream().noneMatch(one -> one.provider().equals(provider))) {
      throw Refusal.notFound();
    }
    waysIn.requireAnother(userId);
    if (!repository.delete(userId, provider)) {
      throw Refusal.notFound();
    }
    events.publishEvent(new AccountUnlinked(userId, provider));
  }

  List<LinkedAccount> of(UUID userId) {
    return repository.of(userId);
  }

  // Whoever else was in the account may have linked one of their own.
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void takenBack(KeysTaken event) {
    repository.deleteSince(event.userId(), event.since());
  }
}
