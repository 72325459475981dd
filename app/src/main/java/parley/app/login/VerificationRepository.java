package parley.app.login;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.users.EmailAddress;

/** The rows of {@code email_verifications}. */
@Repository
class VerificationRepository {
  private final JdbcClient jdbc;

  VerificationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whose address a link proves. */
  record Verification(UUID userId, EmailAddress email) {}

  void insert(UUID userId, EmailAddress email, SecretToken token, Instant now, Instant expiresAt) {
    jdbc.sql(
            """
            INSERT INTO email_verifications (token_hash, user_id, email, created_at, expires_at)
            VALUES (:hash, :userId, :email, :now, :expiresAt)
            """)
        .param("hash", token.hash())
        .param("userId", userId)
        .param("email", email.value())
        .param("now", at(now))
        .param("expiresAt", at(expiresAt))
        .update();
  }

  Optional<Verification> find(SecretToken token, Instant now) {
    return jdbc.sql(
            """
            SELECT user_id, email FROM email_verifications
            WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now
            """)
        .param("hash", token.hash())
        .param("now", at(now))
        .query(VerificationRepository::verification)
        .optional();
  }

  /** Whose address a link proved that was used. */
  Optional<Verification> findUsed(SecretToken token) {
    return jdbc.sql(
            """
            SELECT user_id, email FROM email_verifications
            WHERE token_hash = :hash AND used_at IS NOT NULL
            """)
        .param("hash", token.hash())
        .query(VerificationRepository::verification)
        .optional();
  }

  /** As {@link #find}, for exactly one caller. */
  Optional<Verification> use(SecretToken token, Instant now) {
    return jdbc.sql(
            """
            UPDATE email_verifications SET used_at = :now
            WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now
            RETURNING user_id, email
            """)
        .param("hash", token.hash())
        .param("now", at(now))
        .query(VerificationRepository::verification)
        .optional();
  }

  private static Verification verification(ResultSet row, int number) throws SQLException {
    return new Verification(
        row.getObject("user_id", UUID.class), new EmailAddress(row.getString("email")));
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
