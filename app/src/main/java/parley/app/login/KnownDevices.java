package parley.app.login;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The devices on which a user has logged in before, each known by a token it keeps. Whoever guesses
 * passwords from elsewhere uses up the tries of strangers, never those of the owner's own devices.
 */
@Repository
class KnownDevices {
  private final JdbcClient jdbc;
  private final Clock clock;

  KnownDevices(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean knows(UUID userId, SecretToken device) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1 FROM known_devices WHERE user_id = :userId AND token_hash = :tokenHash)
            """)
        .param("userId", userId)
        .param("tokenHash", device.hash())
        .query(Boolean.class)
        .single();
  }

  /** Whether this user ever logged in anywhere. */
  boolean any(UUID userId) {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM known_devices WHERE user_id = :userId)")
        .param("userId", userId)
        .query(Boolean.class)
        .single();
  }

  void remember(UUID userId, SecretToken device) {
    jdbc.sql(
            """
            INSERT INTO known_devices (user_id, token_hash, created_at, last_used_at)
            VALUES (:userId, :tokenHash, :now, :now)
            ON CONFLICT (user_id, token_hash) DO UPDATE SET last_used_at = excluded.last_used_at
            """)
        .param("userId", userId)
        .param("tokenHash", device.hash())
        .param("now", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
        .update();
  }
}
