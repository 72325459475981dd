package parley.app.login;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * {@code pending_logins}: log-ins whose second step is due. Each holds for five minutes and five
 * tries, and is known only to the browser that began it.
 */
@Repository
class PendingLogins {
  static final Duration VALID_FOR = Duration.ofMinutes(5);
  private static final int MOST_TRIES = 5;

  private final JdbcClient jdbc;
  private final Clock clock;

  PendingLogins(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  SecretToken begin(UUID userId) {
    SecretToken token = SecretToken.random();
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql(
            """
            INSERT INTO pending_logins (token_hash, user_id, created_at, expires_at)
            VALUES (:hash, :userId, :now, :expires)
            """)
        .param("hash", token.hash())
        .param("userId", userId)
        .param("now", now)
        .param("expires", now.plus(VALID_FOR))
        .update();
    return token;
  }

  /** Whose log-in it is; empty if it is unknown or over. */
  Optional<UUID> find(SecretToken token) {
    return jdbc.sql(
            """
            SELECT user_id FROM pending_logins
            WHERE token_hash = :hash AND expires_at > :now AND tries < :most
            """)
        .param("hash", token.hash())
        .param("now", OffsetDateTime.now(clock))
        .param("most", MOST_TRIES)
        .query(UUID.class)
        .optional();
  }

  /** As {@link #find}, and counts a try. */
  Optional<UUID> tried(SecretToken token) {
    return jdbc.sql(
            """
            UPDATE pending_logins SET tries = tries + 1
            WHERE token_hash = :hash AND expires_at > :now AND tries < :most
            RETURNING user_id
            """)
        .param("hash", token.hash())
        .param("now", OffsetDateTime.now(clock))
        .param("most", MOST_TRIES)
        .query(UUID.class)
        .optional();
  }

  /** True for exactly one caller. */
  boolean end(SecretToken token) {
    return jdbc.sql("DELETE FROM pending_logins WHERE token_hash = :hash")
            .param("hash", token.hash())
            .update()
        == 1;
  }
}
