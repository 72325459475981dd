package parley.app.login.factors;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.shared.Refusal;

/**
 * Counts wrong codes of authenticator apps, in the database so that neither a restart nor many
 * requests at once give more tries. After every five there are none for a while, longer each time,
 * until a right code or a quiet day. Devices that the user logged in on before have a count each:
 * whoever guesses from elsewhere cannot lock the owner out.
 */
@Repository
class CodeTries {
  static final int MOST = 5;

  /** How long the first, second … lock holds; all after them as long as the last. */
  static final List<Duration> LOCKS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1));

  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
  private static final byte[] STRANGE = {};

  private final JdbcClient jdbc;
  private final Clock clock;

  CodeTries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Counts a try, before the code is looked at; refuses with 429 while there are none.
   *
   * @param device hash of a known device's token, empty for any other
   * @return whether this was the last try before the first lock
   */
  boolean count(UUID userId, Optional<byte[]> device) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    byte[] counted = device.orElse(STRANGE);
    int tries = add(userId, counted, now).orElseThrow(() -> locked(userId, counted, now));
    return tries == MOST;
  }

  /** The tries with this one; empty while there are none. */
  private Optional<Integer> add(UUID userId, byte[] device, OffsetDateTime now) {
    return jdbc.sql(
            """
            INSERT INTO code_tries AS kept (user_id, device, tries, last_at)
            VALUES (:userId, :device, 1, :now)
            ON CONFLICT (user_id, device) DO UPDATE SET last_at = :now,
              tries = CASE WHEN kept.last_at <= :forgotten THEN 1 ELSE kept.tries + 1 END
            WHERE kept.tries % :most > 0 OR kept.last_at <= :forgotten OR kept.last_at + make_interval(
              secs => (:locks)[least(kept.tries / :most, cardinality(:locks))]) <= :now
            RETURNING tries
            """)
        .param("userId", userId)
        .param("device", device)
        .param("now", now)
        .param("forgotten", now.minus(FORGOTTEN_AFTER))
        .param("most", MOST)
        .param(
            "locks", LOCKS.stream().map(lock -> (double) lock.toSeconds()).toArray(Double[]::new))
        .query(Integer.class)
        .optional();
  }

  private Refusal locked(UUID userId, byte[] device, OffsetDateTime now) {
    Duration left =
        jdbc.sql(
                "SELECT tries, last_at FROM code_tries WHERE user_id = :userId AND device = :device")
            .param("userId", userId)
            .param("device", device)
            .query((row, number) ->
                Duration.between(
                    now,
                    row.getObject("last_at", OffsetDateTime.class)
                        .plus(lockAfter(row.getInt("tries")))))
            .optional()
            .filter(Duration::isPositive)
            .orElse(LOCKS.getFirst());
    return Refusal.tooManyRequests(left);
  }

  private static Duration lockAfter(int tries) {
    return LOCKS.get(Math.clamp(tries / MOST, 1, LOCKS.size()) - 1);
  }

  /** Forgets them: the code was right. */
  void forget(UUID userId, Optional<byte[]> device) {
    jdbc.sql("DELETE FROM code_tries WHERE user_id = :userId AND device = :device")
        .param("userId", userId)
        .param("device", device.orElse(STRANGE))
        .update();
  }
}
