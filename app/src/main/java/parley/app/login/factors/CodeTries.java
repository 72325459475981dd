package parley.app.login.factors;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.shared.Refusal;

/**
 * Counts wrong codes of authenticator apps, in the database so that neither a restart nor many
 * requests at once give more tries. After five there are none for a quarter of an hour. Devices
 * that the user logged in on before have a count each: whoever guesses from elsewhere cannot lock
 * the owner out.
 */
@Repository
class CodeTries {
  static final int MOST = 5;
  static final Duration LOCKED_FOR = Duration.ofMinutes(15);

  private static final byte[] STRANGE = {};

  private final JdbcClient jdbc;
  private final Clock clock;

  CodeTries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Counts a try, before the code is looked at; refuses with 429 when there were too many.
   *
   * @param device hash of a known device's token, empty for any other
   */
  void count(UUID userId, Optional<byte[]> device) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    boolean counted =
        jdbc.sql(
                    """
                    INSERT INTO code_tries AS kept (user_id, device, tries, last_at)
                    VALUES (:userId, :device, 1, :now)
                    ON CONFLICT (user_id, device) DO UPDATE SET last_at = :now,
                      tries = CASE WHEN kept.last_at <= :forgotten THEN 1 ELSE kept.tries + 1 END
                    WHERE kept.tries < :most OR kept.last_at <= :forgotten
                    """)
                .param("userId", userId)
                .param("device", device.orElse(STRANGE))
                .param("now", now)
                .param("forgotten", now.minus(LOCKED_FOR))
                .param("most", MOST)
                .update()
            == 1;
    if (!counted) {
      throw Refusal.tooManyRequests(LOCKED_FOR);
    }
  }

  /** Forgets them: the code was right. */
  void forget(UUID userId, Optional<byte[]> device) {
    jdbc.sql("DELETE FROM code_tries WHERE user_id = :userId AND device = :device")
        .param("userId", userId)
        .param("device", device.orElse(STRANGE))
        .update();
  }
}
