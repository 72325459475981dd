package parley.app.users;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.PersonKeys;
import parley.app.shared.Seal;
import parley.app.shared.SecretKeys;

/**
 * The rows of {@code person_keys}, each key wrapped by one of the installation's that is not in the
 * database.
 */
@Component
class StoredPersonKeys implements PersonKeys {
  private final JdbcClient jdbc;
  private final Seal wrapping;
  private final Clock clock;

  StoredPersonKeys(JdbcClient jdbc, SecretKeys keys, Clock clock) {
    this.jdbc = jdbc;
    this.wrapping = Seal.with(keys.bytes("person keys"));
    this.clock = clock;
  }

  @Override
  @Transactional
  public Optional<byte[]> seal(UUID userId, byte[] clear) {
    return keyOf(userId)
        .or(() -> {
          make(userId);
          return keyOf(userId);
        })
        .map(key -> key.close(clear, userId));
  }

  @Override
  public Optional<byte[]> open(UUID userId, byte[] sealed) {
    return keyOf(userId).flatMap(key -> key.open(sealed, userId));
  }

  @Override
  @Transactional
  public void destroy(UUID userId) {
    jdbc.sql(
            """
            INSERT INTO person_keys (user_id, created_at, destroyed_at) VALUES (:userId, :now, :now)
            ON CONFLICT (user_id) DO UPDATE SET wrapped_key = NULL, destroyed_at = excluded.destroyed_at
            WHERE person_keys.wrapped_key IS NOT NULL
            """)
        .param("userId", userId)
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  private Optional<Seal> keyOf(UUID userId) {
    return jdbc.sql(
            "SELECT wrapped_key FROM person_keys WHERE user_id = :userId AND wrapped_key IS NOT NULL")
        .param("userId", userId)
        .query(byte[].class)
        .optional()
        .map(wrapped ->
            wrapping
                .open(wrapped, userId)
                .orElseThrow(() -> new IllegalStateException("not wrapped by this installation")))
        .map(Seal::with);
  }

  // Whoever comes second at the same moment waits here and then finds the first one's.
  private void make(UUID userId) {
    jdbc.sql(
            """
            INSERT INTO person_keys (user_id, wrapped_key, created_at) VALUES (:userId, :wrapped, :now)
            ON CONFLICT (user_id) DO NOTHING
            """)
        .param("userId", userId)
        .param("wrapped", wrapping.close(Seal.randomKey(), userId))
        .param("now", OffsetDateTime.now(clock))
        .update();
  }
}
