package parley.app.users.privacy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What deleting, restoring and erasing do to the row of {@code users}. */
@Repository
class DeletionRepository {
  private final JdbcClient jdbc;

  DeletionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False if this user is not active. */
  boolean delete(UUID id, Instant now) {
    return jdbc.sql(
                "UPDATE users SET status = 'deleted', deleted_at = :now WHERE id = :id AND status = 'active'")
            .param("id", id)
            .param("now", at(now))
            .update()
        == 1;
  }

  /** False if this user is not deleted, or since before that time, is barred or being erased. */
  boolean restore(UUID id, Instant deletedAfter) {
    return jdbc.sql(
                """
                UPDATE users SET status = 'active', deleted_at = NULL
                WHERE id = :id AND status = 'deleted' AND deleted_at > :after AND erased_at IS NULL
                  AND return_barred_at IS NULL AND NOT EXISTS (SELECT 1 FROM erasures WHERE user_id = :id)
                """)
            .param("id", id)
            .param("after", at(deletedAfter))
            .update()
        == 1;
  }

  /** Whether staff keep this user from coming back. */
  boolean isReturnBarred(UUID id) {
    return jdbc.sql("SELECT return_barred_at IS NOT NULL FROM users WHERE id = :id")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** Since when this user is deleted; empty for others and once everything is erased. */
  Optional<Instant> deletedAt(UUID id) {
    return jdbc.sql(
            """
            SELECT deleted_at FROM users WHERE id = :id AND status = 'deleted' AND erased_at IS NULL
              AND deleted_at IS NOT NULL
            """)
        .param("id", id)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** Those whose time to come back is over. */
  List<UUID> toErase(Instant deletedUntil) {
    return jdbc.sql(
            """
            SELECT id FROM users WHERE status = 'deleted' AND erased_at IS NULL AND deleted_at <= :until
            ORDER BY deleted_at
            """)
        .param("until", at(deletedUntil))
        .query(UUID.class)
        .list();
  }

  /** Leaves of the row what tables of others refer to: a number. */
  void makeAnonymous(UUID id, Instant now) {
    jdbc.sql(
            """
            UPDATE users SET email = 'erased-' || id || '@erased.invalid', email_verified = false,
              password_hash = NULL, full_name = NULL, display_name = :nobody, phone = NULL, role = 'user',
              signup_source = NULL, two_fa_enabled = false, last_login_at = NULL, profile_picture_url = NULL,
              language = NULL, time_zone = NULL, return_barred_at = NULL, password_changed_at = NULL,
              erased_at = :now
            WHERE id = :id
            """)
        .param("id", id)
        .param("nobody", parley.app.shared.PersonalData.NOBODYS_NAME)
        .param("now", at(now))
        .update();
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
