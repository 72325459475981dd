package parley.app.login;

import java.util.HexFormat;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.login.factors.SecondFactors;
import parley.app.login.factors.ShownFactor;
import parley.app.shared.Refusal;

/**
 * Between the first step of a log-in and the session stands the second one, for whoever has turned
 * it on. Every way to log in but a passkey, which is two factors already, comes through here.
 */
@Service
public class SecondSteps {
  private final PendingLogins pending;
  private final SecondFactors factors;
  private final FactorChecks checks;
  private final EntryChecks present;
  private final Entry entry;
  private final TransactionTemplate transaction;

  SecondSteps(
      PendingLogins pending,
      SecondFactors factors,
      FactorChecks checks,
      EntryChecks present,
      Entry entry,
      TransactionTemplate transaction) {
    this.pending = pending;
    this.factors = factors;
    this.checks = checks;
    this.present = present;
    this.entry = entry;
    this.transaction = transaction;
  }

  /** Whether the log-in of this user takes two steps. */
  public boolean isOn(UUID userId) {
    return factors.isOn(userId);
  }

  /**
   * The first step is made: lets them in, or asks for the second one. Refuses with 403 {@code
   * account_deleted} whoever deleted the account and has shown all that is asked for.
   */
  public Arrival arrive(UUID userId, Browser browser) {
    return arrive(userId, browser, () -> {});
  }

  /**
   * As {@link #arrive(UUID, Browser)}.
   *
   * @param stillHolds refuses if the first step is worth nothing any more; in the transaction that
   *     lets them in, where it holds the user
   */
  Arrival arrive(UUID userId, Browser browser, Runnable stillHolds) {
    if (!factors.isOn(userId)) {
      present.requirePresent(userId);
    }
    return transaction.execute(status -> {
      stillHolds.run();
      return factors.isOn(userId)
          ? new SecondStepDue(pending.begin(userId), factors.of(userId))
          : entry.enter(userId, browser);
    });
  }

  /** Whose second step is due; refuses with 401 {@code second_step_over} when none is. */
  UUID dueFor(SecretToken token) {
    return pending.find(token).orElseThrow(SecondSteps::over);
  }

  /**
   * The second step. Refuses with 401 {@code second_step_over}, 403 {@code wrong_code} or {@code
   * passkey_refused}, or 429.
   */
  Entered finish(SecretToken token, ShownFactor shown, Browser browser) {
    UUID userId = pending.tried(token).orElseThrow(SecondSteps::over);
    checks.check(userId, shown, holder(token), browser);
    present.requirePresent(userId);
    return transaction.execute(status -> {
      // The user before the log-in, in the order in which another password takes them.
      entry.hold(userId);
      if (!pending.end(token)) {
        throw over();
      }
      return entry.enter(userId, browser);
    });
  }

  void giveUp(SecretToken token) {
    pending.end(token);
  }

  /** For whom the challenges of this log-in's passkeys are. */
  static String holder(SecretToken token) {
    return "second step " + HexFormat.of().formatHex(token.hash());
  }

  static Refusal over() {
    return new Refusal(
        401, "second_step_over", "This log-in took too long or too many tries. Begin again.");
  }
}
