package parley.app.media;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code media_nodes}: when each media server was last alive. */
@Repository
class MediaNodes {
  private final JdbcClient jdbc;

  MediaNodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** When this server last said that it is alive. */
  Optional<Instant> lastSeen(String node) {
    return jdbc.sql("SELECT last_seen_at FROM media_nodes WHERE id = :id")
        .param("id", node)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  void alive(String node, Instant at) {
    jdbc.sql(
            """
            INSERT INTO media_nodes (id, last_seen_at) VALUES (:id, :at)
            ON CONFLICT (id) DO UPDATE SET last_seen_at = excluded.last_seen_at
            """)
        .param("id", node)
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
  }
}
