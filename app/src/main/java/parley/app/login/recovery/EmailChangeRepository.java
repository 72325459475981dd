package parley.app.login.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.login.SecretToken;
import parley.app.users.EmailAddress;

/** The rows of {@code email_changes}. */
@Repository
class EmailChangeRepository {
  private static final String COLUMNS =
      "id, user_id, old_email, new_email, created_at, expires_at, confirmed_at";

  private final JdbcClient jdbc;

  EmailChangeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(EmailChange change, SecretToken confirm, @Nullable SecretToken stop) {
    jdbc.sql(
            """
            INSERT INTO email_changes
              (id, user_id, old_email, new_email, confirm_hash, stop_hash, created_at, expires_at)
            VALUES (:id, :userId, :oldEmail, :newEmail, :confirm, :stop, :createdAt, :expiresAt)
            """)
        .param("id", change.id())
        .param("userId", change.userId())
        .param("oldEmail", change.oldEmail().value())
        .param("newEmail", change.newEmail().value())
        .param("confirm", confirm.hash())
        .param("stop", stop == null ? null : stop.hash())
        .param("createdAt", at(change.createdAt()))
        .param("expiresAt", at(change.expiresAt()))
        .update();
  }

  /** The change that waits for its confirmation. */
  Optional<EmailChange> waiting(UUID userId, Instant now) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + """
                 FROM email_changes
                WHERE user_id = :userId AND confirmed_at IS NULL AND stopped_at IS NULL AND expires_at > :now
                ORDER BY created_at DESC LIMIT 1
                """)
        .param("userId", userId)
        .param("now", at(now))
        .query(EmailChangeRepository::change)
        .optional();
  }

  /** Stops those of the user that wait. */
  void stopWaiting(UUID userId, Instant now) {
    jdbc.sql(
            """
            UPDATE email_changes SET stopped_at = :now
            WHERE user_id = :userId AND confirmed_at IS NULL AND stopped_at IS NULL
            """)
        .param("userId", userId)
        .param("now", at(now))
        .update();
  }

  /**
   * Stops those of the user that were asked for at this time or later, confirmed or not: no link of
   * theirs works any more.
   */
  void stopSince(UUID userId, Instant since, Instant now) {
    jdbc.sql(
            """
            UPDATE email_changes SET stopped_at = :now
            WHERE user_id = :userId AND created_at >= :since AND stopped_at IS NULL
            """)
        .param("userId", userId)
        .param("since", at(since))
        .param("now", at(now))
        .update();
  }

  Optional<EmailChange> toConfirm(SecretToken token, Instant now) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + """
                 FROM email_changes
                WHERE confirm_hash = :hash AND confirmed_at IS NULL AND stopped_at IS NULL AND expires_at > :now
                """)
        .param("hash", token.hash())
        .param("now", at(now))
        .query(EmailChangeRepository::change)
        .optional();
  }

  /** True for exactly one caller. */
  boolean confirm(UUID id, @Nullable SecretToken undo, Instant now) {
    return jdbc.sql(
                """
                UPDATE email_changes SET confirmed_at = :now, undo_hash = :undo
                WHERE id = :id AND confirmed_at IS NULL AND stopped_at IS NULL
                """)
            .param("id", id)
            .param("undo", undo == null ? null : undo.hash())
            .param("now", at(now))
            .update()
        == 1;
  }

  /** By either link that went to the old address; unless it was confirmed before {@code since}. */
  Optional<EmailChange> toStop(SecretToken token, Instant since, Instant now) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + """
                 FROM email_changes
                WHERE (stop_hash = :hash OR undo_hash = :hash) AND stopped_at IS NULL
                  AND (confirmed_at > :since OR confirmed_at IS NULL AND expires_at > :now)
                """)
        .param("hash", token.hash())
        .param("since", at(since))
        .param("now", at(now))
        .query(EmailChangeRepository::change)
        .optional();
  }

  /** True for exactly one caller. */
  boolean stop(UUID id, Instant now) {
    return jdbc.sql(
                "UPDATE email_changes SET stopped_at = :now WHERE id = :id AND stopped_at IS NULL")
            .param("id", id)
            .param("now", at(now))
            .update()
        == 1;
  }

  /**
   * Whether an address that somebody had is kept for them, should they say that the change was not
   * theirs.
   *
   * @param except whose own it may be
   */
  boolean isKept(EmailAddress email, @Nullable UUID except, Instant since) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1 FROM email_changes
              WHERE lower(old_email) = :email AND confirmed_at > :since AND stopped_at IS NULL
                AND undo_hash IS NOT NULL AND user_id IS DISTINCT FROM :except)
            """)
        .param("email", email.value())
        .param("since", at(since))
        .param("except", except, java.sql.Types.OTHER)
        .query(Boolean.class)
        .single();
  }

  private static EmailChange change(ResultSet row, int number) throws SQLException {
    OffsetDateTime confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
    return new EmailChange(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        new EmailAddress(row.getString("old_email")),
        new EmailAddress(row.getString("new_email")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        confirmed == null ? null : confirmed.toInstant());
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
