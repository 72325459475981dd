package parley.app.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code notification_occasions}. */
@Repository
class OccasionRepository {
  private final JdbcClient jdbc;
  private final PayloadText payloads;

  OccasionRepository(JdbcClient jdbc, PayloadText payloads) {
    this.jdbc = jdbc;
    this.payloads = payloads;
  }

  /**
   * An occasion whose row this transaction holds.
   *
   * @param attempts how many times it was tried before
   */
  record Held(UUID id, Occasion occasion, int attempts) {}

  /** Writes it down; false if somebody already has. */
  boolean insert(UUID id, Occasion occasion, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO notification_occasions (id, occasion_key, type, payload, people, created_at, next_attempt_at)
                VALUES (:id, :key, :type, :payload::jsonb, :people, :now, :now)
                ON CONFLICT (occasion_key) DO NOTHING
                """)
            .param("id", id)
            .param("key", occasion.key())
            .param("type", occasion.type().spelled())
            .param("payload", payloads.write(occasion.payload()))
            .param("people", occasion.people().toArray(UUID[]::new))
            .param("now", at(now))
            .update()
        == 1;
  }

  /** Holds the next one that nobody else holds, until the transaction ends. */
  Optional<Held> hold(Instant now) {
    return jdbc.sql(
            """
            SELECT id, occasion_key, type, payload::text, people, attempts FROM notification_occasions
            WHERE told_at IS NULL AND next_attempt_at <= :now
            ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
        .param("now", at(now))
        .query(this::held)
        .optional();
  }

  /** Everybody has their notifications; only the key stays, so that it is not told again. */
  void told(UUID id, Instant now) {
    jdbc.sql(
            """
            UPDATE notification_occasions SET told_at = :now, people = '{}', payload = '{}'
            WHERE id = :id AND told_at IS NULL
            """)
        .param("id", id)
        .param("now", at(now))
        .update();
  }

  void tryAgain(UUID id, Instant next) {
    jdbc.sql(
            """
            UPDATE notification_occasions SET attempts = attempts + 1, next_attempt_at = :next
            WHERE id = :id AND told_at IS NULL
            """)
        .param("id", id)
        .param("next", at(next))
        .update();
  }

  int forgetToldBefore(Instant time) {
    return jdbc.sql("DELETE FROM notification_occasions WHERE told_at < :time")
        .param("time", at(time))
        .update();
  }

  private Held held(ResultSet row, int number) throws SQLException {
    Map<String, Object> payload = payloads.read(row.getString("payload"));
    UUID[] people = (UUID[]) row.getArray("people").getArray();
    NotificationType type =
        NotificationType.parse(row.getString("type")).orElse(NotificationType.SYSTEM);
    var occasion =
        new Occasion(row.getString("occasion_key"), type, Set.copyOf(List.of(people)), payload);
    return new Held(row.getObject("id", UUID.class), occasion, row.getInt("attempts"));
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
