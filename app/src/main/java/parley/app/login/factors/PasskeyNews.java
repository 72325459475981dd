package parley.app.login.factors;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import parley.app.shared.Ids;

/** Gives a new passkey its id, name and time, and tells what happens to one. */
@Component
class PasskeyNews {
  private final Ids ids;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  PasskeyNews(Ids ids, Clock clock, ApplicationEventPublisher events) {
    this.ids = ids;
    this.clock = clock;
    this.events = events;
  }

  /** Called as its maker calls it, or else by {@code name}. */
  Passkey fresh(UUID userId, PasskeyCeremonies.Made made, String name) {
    return new Passkey(
        ids.next(),
        userId,
        made.credentialId(),
        made.credentialData(),
        made.signCount(),
        AuthenticatorNames.of(made.model()).orElse(name),
        made.transports(),
        made.backupEligible(),
        made.backedUp(),
        clock.instant(),
        null,
        null);
  }

  void tell(UUID userId, FactorNews.Kind kind, UUID passkeyId, String name) {
    events.publishEvent(new FactorNews(userId, kind, passkeyId, name));
  }
}
