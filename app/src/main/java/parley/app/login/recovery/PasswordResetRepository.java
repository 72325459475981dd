package parley.app.login.recovery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.login.SecretToken;

/** The rows of {@code password_resets}. */
@Repository
class PasswordResetRepository {
  private final JdbcClient jdbc;

  PasswordResetRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID userId, SecretToken token, Instant now, Instant expiresAt) {
    jdbc.sql(
            """
            INSERT INTO password_resets (token_hash, user_id, created_at, expires_at)
            VALUES (:hash, :userId, :now, :expiresAt)
            """)
        .param("hash", token.hash())
        .param("userId", userId)
        .param("now", at(now))
        .param("expiresAt", at(expiresAt))
        .update();
  }

  /** Whose password the link would change. */
  Optional<UUID> find(SecretToken token, Instant now) {
    return jdbc.sql(
            """
            SELECT user_id FROM password_resets
            WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now
            """)
        .param("hash", token.hash())
        .param("now", at(now))
        .query(UUID.class)
        .optional();
  }

  /** As {@link #find}, for exactly one caller. */
  Optional<UUID> use(SecretToken token, Instant now) {
    return jdbc.sql(
            """
            UPDATE password_resets SET used_at = :now
            WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now
            RETURNING user_id
            """)
        .param("hash", token.hash())
        .param("now", at(now))
        .query(UUID.class)
        .optional();
  }

  /** Makes every other link of the user useless. */
  void useUp(UUID userId, Instant now) {
    jdbc.sql(
            "UPDATE password_resets SET used_at = :now WHERE user_id = :userId AND used_at IS NULL")
        .param("userId", userId)
        .param("now", at(now))
        .update();
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
