package parley.app.login;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parley.app.login.factors.SecondFactors;

/**
 * Takes away what lets somebody into an account, when it turns out that another than its owner may
 * have put it there: whoever signs up with a foreign address, or steals an account, leaves
 * themselves a way back. The password is the caller's business.
 */
@Component
public class Reclaim {
  private static final List<String> FORGET =
      List.of(
          "DELETE FROM passkeys WHERE user_id = :userId AND created_at >= :since",
          "DELETE FROM passkey_steps WHERE user_id = :userId AND created_at >= :since",
          """
          DELETE FROM authenticator_apps
          WHERE user_id = :userId AND (created_at >= :since OR confirmed_at >= :since)
          """,
          "DELETE FROM recovery_codes WHERE user_id = :userId AND created_at >= :since",
          "DELETE FROM known_devices WHERE user_id = :userId AND created_at >= :since",
          """
          UPDATE api_keys SET revoked_at = :now
          WHERE user_id = :userId AND created_at >= :since AND revoked_at IS NULL
          """);

  private final JdbcClient jdbc;
  private final SecondFactors factors;
  private final Sessions sessions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Reclaim(
      JdbcClient jdbc,
      SecondFactors factors,
      Sessions sessions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.factors = factors;
    this.sessions = sessions;
    this.events = events;
    this.clock = clock;
  }

  /** Every key and known device, whoever made it; ends all sessions and begun log-ins. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void everything(UUID userId) {
    since(userId, Instant.EPOCH);
  }

  /** As {@link #everything}, but leaves what was there before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void since(UUID userId, Instant since) {
    sessions.endAll(userId);
    OffsetDateTime from = since.atOffset(ZoneOffset.UTC);
    OffsetDateTime now = OffsetDateTime.now(clock);
    for (String forget : FORGET) {
      jdbc.sql(forget).params(Map.of("userId", userId, "since", from, "now", now)).update();
    }
    factors.noteChange(userId);
    events.publishEvent(new KeysTaken(userId, since));
  }
}
