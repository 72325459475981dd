package parley.app.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Refusal;
import parley.app.users.AccountReturns;

/**
 * The way back for somebody who deleted their account: by the link in the mail, or by proving who
 * they are as if to log in. Nobody is logged in by it.
 */
@Service
class Restorations {
  private static final Duration AT_LOGIN = Duration.ofMinutes(15);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final RestorationRepository repository;
  private final AccountReturns returns;
  private final Clock clock;

  Restorations(RestorationRepository repository, AccountReturns returns, Clock clock) {
    this.repository = repository;
    this.returns = returns;
    this.clock = clock;
  }

  /** Whether this user is deleted and may still come back. */
  boolean isPossible(UUID userId) {
    return returns.restorableUntil(userId).isPresent();
  }

  /** The secret that the mail carries, good for the whole time of grace. */
  @Transactional
  SecretToken forMail(UUID userId, Instant until) {
    SecretToken token = SecretToken.random();
    repository.insert(userId, token, clock.instant(), until);
    return token;
  }

  /**
   * What somebody is answered who has just proven to be a deleted user: 403 {@code
   * account_deleted}, with a secret that restores the account, good for a quarter of an hour.
   */
  @Transactional
  Refusal offer(UUID userId) {
    Optional<Instant> until = returns.restorableUntil(userId);
    if (until.isEmpty()) {
      return new Refusal(
          410, "account_erased", "This account is not there to be restored any more.");
    }
    SecretToken token = SecretToken.random();
    Instant now = clock.instant();
    repository.insert(userId, token, now, now.plus(AT_LOGIN));
    return new Refusal(
        403,
        "account_deleted",
        "You deleted this account. Everything in it is erased on "
            + day(until.get())
            + ". Until then you can restore it.",
        Map.of("restoreToken", token.value(), "restorableUntil", until.get()));
  }

  /** Until when the account of this secret can be restored; refuses with 410 where it cannot. */
  Instant peek(String presented) {
    return returns.restorableUntil(find(presented)).orElseThrow(Restorations::used);
  }

  /** Restores the account; refuses with 410 {@code restore_link_used} or {@code account_erased}. */
  @Transactional
  void restore(String presented) {
    UUID userId = find(presented);
    returns.restore(userId);
    repository.deleteAll(userId);
  }

  /** Forgets the secrets of somebody who was erased. */
  void forget(UUID userId) {
    repository.deleteAll(userId);
  }

  /** Such as 23 December 2026. */
  static String day(Instant time) {
    return DAY.format(time);
  }

  private UUID find(String presented) {
    return SecretToken.parse(presented)
        .flatMap(token -> repository.find(token, clock.instant()))
        .map(RestorationRepository.Restoration::userId)
        .orElseThrow(Restorations::used);
  }

  private static Refusal used() {
    return new Refusal(
        410, "restore_link_used", "This link no longer works. Log in to see how your account is.");
  }
}
