package parley.app.login;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.shared.ClientAddress;

/**
 * The rows of {@code login_sessions}; one stays after its end, so that the owner can see it was
 * there.
 */
@Repository
class SessionRepository {
  private final JdbcClient jdbc;

  SessionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(LoginSession session, byte[] tokenHash, Browser browser) {
    jdbc.sql(
            """
            INSERT INTO login_sessions (id, user_id, token_hash, user_agent, address, created_at, last_used_at, proven_at, expires_at)
            VALUES (:id, :userId, :tokenHash, :userAgent, :address::inet, :now, :now, :now, :expiresAt)
            """)
        .param("id", session.id())
        .param("userId", session.userId())
        .param("tokenHash", tokenHash)
        .param("userAgent", browser.userAgent())
        .param("address", browser.address().text())
        .param("now", at(session.lastUsedAt()))
        .param("expiresAt", at(session.expiresAt()))
        .update();
  }

  /** A session that was not ended; it may have expired. */
  Optional<LoginSession> find(byte[] tokenHash) {
    return jdbc.sql(
            """
            SELECT id, user_id, last_used_at, expires_at FROM login_sessions
            WHERE token_hash = :tokenHash AND ended_at IS NULL
            """)
        .param("tokenHash", tokenHash)
        .query(SessionRepository::session)
        .optional();
  }

  /** Those of these sessions that were not ended; some may have expired. */
  List<LoginSession> open(Collection<UUID> ids) {
    return jdbc.sql(
            """
            SELECT id, user_id, last_used_at, expires_at FROM login_sessions
            WHERE id = ANY (:ids) AND ended_at IS NULL
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query(SessionRepository::session)
        .list();
  }

  /** Those of a user that were not ended, last used first; some may have expired. */
  List<OpenSession> listOpen(UUID userId) {
    return jdbc.sql(
            """
            SELECT id, user_agent, host(address) AS address, created_at, last_used_at, expires_at FROM login_sessions
            WHERE user_id = :userId AND ended_at IS NULL ORDER BY last_used_at DESC, id DESC
            """)
        .param("userId", userId)
        .query((row, number) ->
            new OpenSession(
                row.getObject("id", UUID.class),
                row.getString("user_agent"),
                ClientAddress.of(row.getString("address")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_used_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  void used(UUID id, Instant now) {
    jdbc.sql("UPDATE login_sessions SET last_used_at = :now WHERE id = :id AND last_used_at < :now")
        .param("id", id)
        .param("now", at(now))
        .update();
  }

  /**
   * Gives an open session a new token; false if it has none of these any more, because another
   * request was first.
   */
  boolean renew(UUID id, List<SecretToken> shown, SecretToken fresh) {
    return jdbc.sql(
                """
                UPDATE login_sessions SET token_hash = :fresh
                WHERE id = :id AND token_hash = ANY (:shown) AND ended_at IS NULL
                """)
            .param("fresh", fresh.hash())
            .param("id", id)
            .param("shown", shown.stream().map(SecretToken::hash).toArray(byte[][]::new))
            .update()
        == 1;
  }

  /** The user whose session it was; empty if it had ended before. */
  Optional<UUID> end(UUID id, Instant now) {
    return jdbc.sql(
            """
            UPDATE login_sessions SET ended_at = :now WHERE id = :id AND ended_at IS NULL
            RETURNING user_id
            """)
        .param("id", id)
        .param("now", at(now))
        .query(UUID.class)
        .optional();
  }

  /** Ends log-ins whose second step is due. */
  void endBegun(UUID userId) {
    jdbc.sql("DELETE FROM pending_logins WHERE user_id = :userId").param("userId", userId).update();
  }

  /** The sessions this ended. */
  List<UUID> endAll(UUID userId, Instant now) {
    return jdbc.sql(
            """
            UPDATE login_sessions SET ended_at = :now WHERE user_id = :userId AND ended_at IS NULL
            RETURNING id
            """)
        .param("userId", userId)
        .param("now", at(now))
        .query(UUID.class)
        .list();
  }

  private static LoginSession session(ResultSet row, int number) throws SQLException {
    return new LoginSession(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getObject("last_used_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
