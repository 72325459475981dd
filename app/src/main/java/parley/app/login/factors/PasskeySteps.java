package parley.app.login.factors;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code passkey_steps}: who wants to be asked for a passkey after the password. */
@Repository
class PasskeySteps {
  private final JdbcClient jdbc;
  private final Clock clock;

  PasskeySteps(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Makes changes of one user's factors wait for each other, from here to the end of the
   * transaction.
   */
  void hold(UUID userId) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "factors " + userId)
        .query(row -> {});
  }

  boolean isOn(UUID userId) {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM passkey_steps WHERE user_id = :userId)")
        .param("userId", userId)
        .query(Boolean.class)
        .single();
  }

  boolean hasPasskey(UUID userId) {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM passkeys WHERE user_id = :userId)")
        .param("userId", userId)
        .query(Boolean.class)
        .single();
  }

  /** Whether that was a change. */
  boolean turnOn(UUID userId) {
    return jdbc.sql(
                """
                INSERT INTO passkey_steps (user_id, created_at) VALUES (:userId, :now)
                ON CONFLICT DO NOTHING
                """)
            .param("userId", userId)
            .param("now", OffsetDateTime.now(clock))
            .update()
        == 1;
  }

  /** Whether that was a change. */
  boolean turnOff(UUID userId) {
    return jdbc.sql("DELETE FROM passkey_steps WHERE user_id = :userId")
            .param("userId", userId)
            .update()
        == 1;
  }
}
