package parley.app.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the log at once that mails do not go out for a reason of ours, and then every hour: one
 * line for each reason, without anybody's address.
 */
@Component
class TroubleLog {
  private static final Logger log = LoggerFactory.getLogger(TroubleLog.class);
  private static final Duration PAUSE = Duration.ofHours(1);

  private final Clock clock;
  private final Map<Setback, Instant> told = new EnumMap<>(Setback.class);

  TroubleLog(Clock clock) {
    this.clock = clock;
  }

  synchronized void note(NotTaken refused) {
    Instant now = clock.instant();
    Instant before = told.get(refused.setback());
    if (before == null || !now.isBefore(before.plus(PAUSE))) {
      told.put(refused.setback(), now);
      log.warn(
          "{}: {}. Mails are kept and tried again until they are too old.",
          refused.setback().words(),
          refused.kind());
    }
  }

  /** A server has taken a mail. */
  synchronized void over() {
    if (!told.isEmpty()) {
      told.clear();
      log.info("The mail server takes mails again.");
    }
  }
}
