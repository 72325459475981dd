package parley.app.login;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code login_sessions.proven_at}: when a session's user last proved to be that user. */
@Repository
class ProofRepository {
  private final JdbcClient jdbc;
  private final Clock clock;

  ProofRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Instant> provenAt(UUID sessionId) {
    return jdbc.sql("SELECT proven_at FROM login_sessions WHERE id = :id AND ended_at IS NULL")
        .param("id", sessionId)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  void proven(UUID sessionId) {
    jdbc.sql("UPDATE login_sessions SET proven_at = :now WHERE id = :id AND ended_at IS NULL")
        .param("id", sessionId)
        .param("now", OffsetDateTime.now(clock))
        .update();
  }
}
