package parley.app.login.factors;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code authenticator_apps}, at most one for each user. */
@Repository
class AuthenticatorAppRepository {
  private final JdbcClient jdbc;

  AuthenticatorAppRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a secret that is to be confirmed; false if the user has a confirmed one. */
  boolean start(UUID userId, byte[] sealed, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO authenticator_apps (user_id, secret_sealed, created_at)
                VALUES (:userId, :sealed, :now)
                ON CONFLICT (user_id) DO UPDATE
                SET secret_sealed = excluded.secret_sealed, created_at = excluded.created_at
                WHERE authenticator_apps.confirmed_at IS NULL
                """)
            .param("userId", userId)
            .param("sealed", sealed)
            .param("now", at(now))
            .update()
        == 1;
  }

  /** The sealed secret that waits for its first code. */
  Optional<byte[]> unconfirmed(UUID userId, Instant notBefore) {
    return jdbc.sql(
            """
            SELECT secret_sealed FROM authenticator_apps
            WHERE user_id = :userId AND confirmed_at IS NULL AND created_at > :notBefore
            """)
        .param("userId", userId)
        .param("notBefore", at(notBefore))
        .query(byte[].class)
        .optional();
  }

  /** The sealed secret of an app that is on. */
  Optional<byte[]> confirmed(UUID userId) {
    return jdbc.sql(
            """
            SELECT secret_sealed FROM authenticator_apps
            WHERE user_id = :userId AND confirmed_at IS NOT NULL
            """)
        .param("userId", userId)
        .query(byte[].class)
        .optional();
  }

  Optional<Instant> confirmedAt(UUID userId) {
    return jdbc.sql(
            """
            SELECT confirmed_at FROM authenticator_apps
            WHERE user_id = :userId AND confirmed_at IS NOT NULL
            """)
        .param("userId", userId)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** True for exactly one caller; {@code step} is used up by it. */
  boolean confirm(UUID userId, byte[] sealed, long step, Instant now) {
    return jdbc.sql(
                """
                UPDATE authenticator_apps SET confirmed_at = :now, last_used_at = :now, last_step = :step
                WHERE user_id = :userId AND confirmed_at IS NULL AND secret_sealed = :sealed
                """)
            .param("userId", userId)
            .param("sealed", sealed)
            .param("step", step)
            .param("now", at(now))
            .update()
        == 1;
  }

  /**
   * Uses a step up, and all before it: true for exactly one caller, however many come at once with
   * the same code.
   */
  boolean use(UUID userId, long step, Instant now) {
    return jdbc.sql(
                """
                UPDATE authenticator_apps SET last_step = :step, last_used_at = :now
                WHERE user_id = :userId AND confirmed_at IS NOT NULL AND last_step < :step
                """)
            .param("userId", userId)
            .param("step", step)
            .param("now", at(now))
            .update()
        == 1;
  }

  /** Whether there was one that was on. */
  boolean delete(UUID userId) {
    return jdbc.sql(
                "DELETE FROM authenticator_apps WHERE user_id = :userId AND confirmed_at IS NOT NULL")
            .param("userId", userId)
            .update()
        == 1;
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
