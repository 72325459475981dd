package parley.app.login.factors;

import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.ClientAddress;
import parley.app.shared.Refusal;
import tools.jackson.databind.JsonNode;

/** Tells who somebody is by a passkey. */
@Service
public class Passkeys {
  private final PasskeyOptions options;
  private final PasskeyCeremonies ceremonies;
  private final PasskeyRepository repository;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Passkeys(
      PasskeyOptions options,
      PasskeyCeremonies ceremonies,
      PasskeyRepository repository,
      ApplicationEventPublisher events,
      Clock clock) {
    this.options = options;
    this.ceremonies = ceremonies;
    this.repository = repository;
    this.events = events;
    this.clock = clock;
  }

  /** Whether this user has one. */
  public boolean has(UUID userId) {
    return !repository.of(userId).isEmpty();
  }

  /**
   * What a browser passes to {@code navigator.credentials.get}. Refuses with 429.
   *
   * @param holder what for and for whom; {@link #assertion} wants the same
   * @param address from where they are asked for
   * @param userId whose passkeys will do, empty for anybody's
   */
  public Map<String, Object> assertionOptions(
      String holder, ClientAddress address, Optional<UUID> userId) {
    return userId
        .map(id -> options.request(holder, address, id))
        .orElseGet(() -> options.request(holder, address));
  }

  /**
   * Whose passkey answered. Refuses with 403 {@code passkey_refused}, or {@code passkey_unknown}
   * for one that was removed here.
   *
   * @param userId whose it has to be, empty for anybody's
   */
  @Transactional(noRollbackFor = Refusal.class)
  public UUID assertion(JsonNode answer, String holder, Optional<UUID> userId) {
    AuthenticationData data = ceremonies.read(answer);
    byte[] challenge = ceremonies.take(data.getCollectedClientData(), holder);
    Passkey passkey = repository.find(data.getCredentialId()).orElseThrow(Passkeys::unknown);
    requireOwner(passkey, data.getUserHandle(), userId);
    if (!checked(data, challenge, passkey)) {
      suspect(passkey);
      throw PasskeyCeremonies.refused();
    }
    return passkey.userId();
  }

  // Without a name given before, the passkey itself must say whose it is (WebAuthn §7.2 step 6).
  private static void requireOwner(
      Passkey passkey, byte @Nullable [] handle, Optional<UUID> userId) {
    boolean named = userId.filter(passkey.userId()::equals).isPresent();
    boolean says = handle != null && Arrays.equals(handle, PasskeyOptions.handle(passkey.userId()));
    if (userId.isPresent() ? !named || (handle != null && !says) : !says) {
      throw PasskeyCeremonies.refused();
    }
  }

  private boolean checked(AuthenticationData data, byte[] challenge, Passkey passkey) {
    try {
      PasskeyCeremonies.Used used = ceremonies.check(data, challenge, passkey);
      return repository.used(passkey.id(), used.signCount(), used.backedUp(), clock.instant());
    } catch (MaliciousCounterValueException copied) {
      return false;
    }
  }

  private void suspect(Passkey passkey) {
    if (repository.suspect(passkey.id(), clock.instant())) {
      events.publishEvent(
          new FactorNews(
              passkey.userId(), FactorNews.Kind.PASSKEY_SUSPECT, passkey.id(), passkey.name()));
    }
  }

  private static Refusal unknown() {
    return new Refusal(
        403, "passkey_unknown", "This passkey is not known here any more. Log in another way.");
  }
}
