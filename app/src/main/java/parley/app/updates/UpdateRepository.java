package parley.app.updates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code update_topics} and {@code updates}. */
@Repository
class UpdateRepository {
  private final JdbcClient jdbc;

  UpdateRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Locks the topic's row until the transaction ends: who comes later gets later numbers. */
  void hold(Topic topic) {
    jdbc.sql(
            """
            INSERT INTO update_topics (topic, last_seq) VALUES (:topic, 0)
            ON CONFLICT (topic) DO UPDATE SET last_seq = update_topics.last_seq
            """)
        .param("topic", topic.toString())
        .update();
  }

  /** Writes the next update of the topic and returns its number. */
  long append(Topic topic, String kind, String data, Instant at) {
    return jdbc.sql(
            """
            WITH next AS (
              INSERT INTO update_topics (topic, last_seq) VALUES (:topic, 1)
              ON CONFLICT (topic) DO UPDATE SET last_seq = update_topics.last_seq + 1
              RETURNING last_seq)
            INSERT INTO updates (topic, seq, kind, data, at)
            SELECT :topic, last_seq, :kind, :data::jsonb, :at FROM next
            RETURNING seq
            """)
        .param("topic", topic.toString())
        .param("kind", kind)
        .param("data", data)
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** The number of the latest update; 0 before the first. */
  long latest(Topic topic) {
    return jdbc.sql("SELECT last_seq FROM update_topics WHERE topic = :topic")
        .param("topic", topic.toString())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** The number of the oldest update still kept. */
  Optional<Long> oldest(Topic topic) {
    return jdbc.sql("SELECT seq FROM updates WHERE topic = :topic ORDER BY seq LIMIT 1")
        .param("topic", topic.toString())
        .query(Long.class)
        .optional();
  }

  /** The next updates behind a number, in order. */
  List<Update> after(Topic topic, long seq, int limit) {
    return jdbc.sql(
            """
            SELECT seq, kind, data::text, at FROM updates
            WHERE topic = :topic AND seq > :seq ORDER BY seq LIMIT :limit
            """)
        .param("topic", topic.toString())
        .param("seq", seq)
        .param("limit", limit)
        .query((row, number) -> update(topic, row))
        .list();
  }

  /** Removes what is older; numbers go on where they were. */
  int removeBefore(Instant at) {
    return jdbc.sql("DELETE FROM updates WHERE at < :at")
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
  }

  private static Update update(Topic topic, ResultSet row) throws SQLException {
    Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
    return new Update(topic, row.getLong("seq"), row.getString("kind"), row.getString("data"), at);
  }
}
