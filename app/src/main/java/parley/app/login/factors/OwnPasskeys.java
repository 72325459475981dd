package parley.app.login.factors;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.login.factors.FactorNews.Kind;
import parley.app.shared.Refusal;

/** Everybody's own passkeys: keeping, naming and removing them. */
@Service
class OwnPasskeys {
  private static final int MOST = 20;

  private final PasskeyRepository repository;
  private final PasskeySteps steps;
  private final WaysIn waysIn;
  private final SecondFactors second;
  private final PasskeyNews news;

  OwnPasskeys(
      PasskeyRepository repository,
      PasskeySteps steps,
      WaysIn waysIn,
      SecondFactors second,
      PasskeyNews news) {
    this.repository = repository;
    this.steps = steps;
    this.waysIn = waysIn;
    this.second = second;
    this.news = news;
  }

  /**
   * Refuses with 409 {@code passkey_known} or {@code too_many_passkeys}; whoever asks at the same
   * moment waits.
   */
  @Transactional
  public Passkey keep(UUID userId, PasskeyCeremonies.Made made, String name) {
    steps.hold(userId);
    if (repository.of(userId).size() >= MOST) {
      throw new Refusal(
          409, "too_many_passkeys", "You have " + MOST + " passkeys. Remove one first.");
    }
    Passkey passkey = news.fresh(userId, made, name);
    if (!repository.insert(passkey)) {
      throw new Refusal(409, "passkey_known", "This passkey belongs to an account already.");
    }
    news.tell(passkey.userId(), Kind.PASSKEY_ADDED, passkey.id(), passkey.name());
    return passkey;
  }

  /** Refuses with 404 what is not this user's. */
  @Transactional
  public void rename(UUID userId, UUID id, String name) {
    if (!repository.rename(userId, id, name)) {
      throw Refusal.notFound();
    }
    news.tell(userId, Kind.PASSKEY_RENAMED, id, name);
  }

  /**
   * Refuses with 404 what is not this user's, and with 409 {@code last_way_in} or {@code
   * last_second_step} what they cannot do without.
   */
  @Transactional
  public void remove(UUID userId, UUID id) {
    steps.hold(userId);
    if (repository.of(userId).stream().noneMatch(passkey -> passkey.id().equals(id))) {
      throw Refusal.notFound();
    }
    waysIn.requireAnother(userId);
    if (steps.isOn(userId) && repository.of(userId).size() == 1) {
      throw new Refusal(
          409,
          "last_second_step",
          "Your log-in asks for this passkey after the password. Turn that off, or add another passkey, first.");
    }
    String name = repository.delete(userId, id).orElseThrow(Refusal::notFound);
    news.tell(userId, Kind.PASSKEY_REMOVED, id, name);
    second.noteChange(userId);
  }
}
