package parley.app.users.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Refusal;
import parley.app.users.AccountReturns;
import parley.app.users.StaffRules;
import parley.app.users.UserDeleted;
import parley.app.users.UserReturned;

/** Going away: at once for everybody else, for good thirty days later. */
@Service
class AccountDeletions implements AccountReturns {
  static final Duration GRACE = Duration.ofDays(30);

  private final DeletionRepository repository;
  private final StaffRules rules;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AccountDeletions(
      DeletionRepository repository,
      StaffRules rules,
      ApplicationEventPublisher events,
      Clock clock) {
    this.repository = repository;
    this.rules = rules;
    this.events = events;
    this.clock = clock;
  }

  /** Refuses with 409 {@code last_administrator}. */
  @Transactional
  public Instant delete(UUID userId) {
    rules.requireMayLeave(userId);
    Instant now = clock.instant();
    if (!repository.delete(userId, now)) {
      throw Refusal.notFound();
    }
    Instant until = now.plus(GRACE);
    events.publishEvent(new UserDeleted(userId, until));
    return until;
  }

  @Override
  public Optional<Instant> restorableUntil(UUID userId) {
    return repository
        .deletedAt(userId)
        .map(deleted -> deleted.plus(GRACE))
        .filter(until -> clock.instant().isBefore(until))
        .filter(until -> !repository.isReturnBarred(userId));
  }

  @Override
  @Transactional
  public void restore(UUID userId) {
    if (!repository.restore(userId, clock.instant().minus(GRACE))) {
      throw new Refusal(
          410, "account_erased", "This account is not there to be restored any more.");
    }
    events.publishEvent(new UserReturned(userId));
  }
}
