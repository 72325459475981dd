package parley.app.notifications.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import parley.app.notifications.push.DeliveryRepository.Taken;
import parley.app.notifications.push.PushGateway.Answer;
import parley.app.shared.RetryPauses;

/** One try to push one notification to one device, and what follows from the answer. */
@Component
class PushTry {
  private static final Logger log = LoggerFactory.getLogger(PushTry.class);
  private static final RetryPauses PAUSES = new RetryPauses(Duration.ofSeconds(15), 8);

  private final DeliveryRepository deliveries;
  private final PushDeviceRepository devices;
  private final PushGateway gateway;
  private final PushWords words;
  private final Clock clock;

  PushTry(
      DeliveryRepository deliveries,
      PushDeviceRepository devices,
      PushGateway gateway,
      PushWords words,
      Clock clock) {
    this.deliveries = deliveries;
    this.devices = devices;
    this.gateway = gateway;
    this.words = words;
    this.clock = clock;
  }

  void deliver(Taken taken) {
    Instant now = clock.instant();
    Optional<PushNote> note = words.of(taken.notificationId());
    if (note.isEmpty() || !now.isBefore(taken.expiresAt())) {
      deliveries.giveUp(taken, now, "It was too late to tell.");
      return;
    }
    try {
      answered(taken, send(taken.device(), note.get(), Duration.between(now, taken.expiresAt())));
    } catch (OutsideAddresses.Refused inside) {
      devices.forget(taken.device().id());
    } catch (GeneralSecurityException unsound) {
      deliveries.giveUp(taken, now, "It could not be sealed.");
    } catch (IOException gone) {
      log.debug("Push {} to {}", taken.notificationId(), taken.device(), gone);
      postpone(taken, Duration.ZERO, "The push service did not answer.");
    }
  }

  Answer send(PushDevice device, PushNote note, Duration ttl)
      throws IOException, GeneralSecurityException {
    byte[] body =
        PushEncryption.seal(note.json().getBytes(UTF_8), device.publicKey(), device.authSecret());
    return gateway.send(device.endpoint(), body, note, ttl);
  }

  private void answered(Taken taken, Answer answer) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      deliveries.sent(taken, clock.instant());
    } else if (status == 404 || status == 410) {
      // RFC 8030 §7.3: nobody listens there any more.
      devices.forget(taken.device().id());
    } else if (status == 408 || status == 429 || status >= 500) {
      postpone(taken, answer.retryAfter(), "The push service answered " + status + ".");
    } else {
      deliveries.giveUp(taken, clock.instant(), "The push service answered " + status + ".");
    }
  }

  private void postpone(Taken taken, Duration asked, String error) {
    Duration pause = PAUSES.after(taken.attempt(), ThreadLocalRandom.current());
    Instant next = clock.instant().plus(pause.compareTo(asked) > 0 ? pause : asked);
    if (next.isBefore(taken.expiresAt())) {
      deliveries.retryAt(taken, next, error);
    } else {
      deliveries.giveUp(taken, clock.instant(), error);
    }
  }
}
