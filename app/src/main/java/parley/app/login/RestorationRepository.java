package parley.app.login;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code account_restorations}: secrets that restore a deleted account. */
@Repository
class RestorationRepository {
  private final JdbcClient jdbc;

  RestorationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whose account a secret restores, and until when. */
  record Restoration(UUID userId, Instant expiresAt) {}

  void insert(UUID userId, SecretToken token, Instant now, Instant expiresAt) {
    jdbc.sql(
            """
            INSERT INTO account_restorations (token_hash, user_id, created_at, expires_at)
            VALUES (:hash, :userId, :now, :expiresAt)
            """)
        .param("hash", token.hash())
        .param("userId", userId)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Restoration> find(SecretToken token, Instant now) {
    return jdbc.sql(
            """
            SELECT user_id, expires_at FROM account_restorations WHERE token_hash = :hash AND expires_at > :now
            """)
        .param("hash", token.hash())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, number) ->
            new Restoration(
                row.getObject("user_id", UUID.class),
                row.getObject("expires_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  void deleteAll(UUID userId) {
    jdbc.sql("DELETE FROM account_restorations WHERE user_id = :userId")
        .param("userId", userId)
        .update();
  }
}
