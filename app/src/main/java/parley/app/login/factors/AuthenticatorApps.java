package parley.app.login.factors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import parley.app.shared.Refusal;

/** Everybody's authenticator app: a secret that both sides know and codes that are made of it. */
@Service
public class AuthenticatorApps {
  private static final int SECRET_BYTES = 20;
  private static final int DIGITS = 6;
  private static final Duration TIME_TO_CONFIRM = Duration.ofHours(1);

  private final AuthenticatorAppRepository repository;
  private final TotpSeal seal;
  private final CodeTries tries;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final TotpCodes codes = new TotpCodes(DIGITS);
  private final SecureRandom random = new SecureRandom();

  AuthenticatorApps(
      AuthenticatorAppRepository repository,
      TotpSeal seal,
      CodeTries tries,
      ApplicationEventPublisher events,
      Clock clock) {
    this.events = events;
    this.repository = repository;
    this.seal = seal;
    this.tries = tries;
    this.clock = clock;
  }

  /** A new secret of 160 bits (RFC 4226 §4), not on before {@link #confirm}. */
  byte[] start(UUID userId) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    if (!repository.start(userId, seal.seal(userId, secret), clock.instant())) {
      throw new Refusal(
          409,
          "authenticator_app_on",
          "An authenticator app is on already. Turn it off to set up another one.");
    }
    return secret;
  }

  /** Turns it on; refuses with 403 {@code wrong_code}, 410 {@code setup_expired} or 429. */
  void confirm(UUID userId, String code) {
    Instant now = clock.instant();
    byte[] sealed =
        repository
            .unconfirmed(userId, now.minus(TIME_TO_CONFIRM))
            .orElseThrow(AuthenticatorApps::expired);
    tries.count(userId, Optional.empty());
    OptionalLong step = stepOf(seal.open(userId, sealed), code, now);
    if (step.isEmpty() || !repository.confirm(userId, sealed, step.getAsLong(), now)) {
      throw wrongCode();
    }
    tries.forget(userId, Optional.empty());
  }

  /** Since when it is on; empty while it is off. */
  public Optional<Instant> since(UUID userId) {
    return repository.confirmedAt(userId);
  }

  /**
   * Uses up a code of this step, the one before or the one after, and all before it. Refuses with
   * 403 {@code wrong_code}, also a code that was used, or with 429 after every five wrong ones. The
   * owner is told of the first five.
   *
   * @param device hash of a known device's token, empty for any other
   */
  void use(UUID userId, String code, Optional<byte[]> device) {
    byte[] sealed = repository.confirmed(userId).orElseThrow(AuthenticatorApps::wrongCode);
    boolean isFirstLock = tries.count(userId, device);
    Instant now = clock.instant();
    OptionalLong step = stepOf(seal.open(userId, sealed), code, now);
    if (step.isEmpty() || !repository.use(userId, step.getAsLong(), now)) {
      if (isFirstLock) {
        events.publishEvent(FactorNews.of(userId, FactorNews.Kind.APP_LOCKED));
      }
      throw wrongCode();
    }
    tries.forget(userId, device);
  }

  /** Turns it off; false if it was not on. */
  boolean remove(UUID userId) {
    return repository.delete(userId);
  }

  // A code typed in the last second of its step arrives in the next one, and a phone's clock may be
  // a few seconds ahead: one step on either side, no more (RFC 6238 §5.2, §6).
  private OptionalLong stepOf(byte[] secret, String code, Instant now) {
    byte[] shown = code.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
    long current = TotpCodes.step(now);
    return LongStream.of(current, current - 1, current + 1)
        .filter(step ->
            MessageDigest.isEqual(
                shown, codes.at(secret, step).getBytes(StandardCharsets.US_ASCII)))
        .findFirst();
  }

  static Refusal wrongCode() {
    return new Refusal(
        403, "wrong_code", "That code does not fit, or was used already. Wait for the next one.");
  }

  private static Refusal expired() {
    return new Refusal(
        410, "setup_expired", "Setting up took too long. Start again for a new secret.");
  }
}
