package parley.app.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of a try, written down and told. */
@Component
class MailOutcomes {
  private final OutboxRepository outbox;
  private final DeadAddresses dead;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MailOutcomes(
      OutboxRepository outbox, DeadAddresses dead, ApplicationEventPublisher events, Clock clock) {
    this.outbox = outbox;
    this.dead = dead;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  void accepted(OutboxRepository.Taken taken) {
    outbox.sent(taken.id(), clock.instant());
    dead.remove(taken.mail().to());
    events.publishEvent(new MailAccepted(taken.id()));
  }

  @Transactional
  void givenUp(OutboxRepository.Taken taken, NotTaken error) {
    outbox.failed(taken.id(), error.kind());
    OptionalInt reply = error.deadAddress();
    reply.ifPresent(code -> dead.add(taken.mail().to(), code, clock.instant()));
    events.publishEvent(new MailGivenUp(taken.id(), reason(error)));
  }

  void postponed(UUID id, Instant next, NotTaken error) {
    outbox.retryAt(id, next, error.kind());
  }

  private static String reason(NotTaken error) {
    OptionalInt reply = error.deadAddress();
    return reply.isPresent()
        ? "The mail server answered " + reply.getAsInt() + ": no such mailbox."
        : error.setback().words() + ".";
  }
}
