package parley.app.notifications;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code notifications} that become mails. */
@Repository
class MailingRepository {
  // After a failed try the row is held by nobody: somebody else may have been luckier.
  private static final String STILL_TO_WRITE =
      " WHERE id = :id AND NOT sent AND mail_id IS NULL AND given_up_at IS NULL";

  private final JdbcClient jdbc;
  private final PayloadText payloads;
  private final Clock clock;

  MailingRepository(JdbcClient jdbc, PayloadText payloads, Clock clock) {
    this.jdbc = jdbc;
    this.payloads = payloads;
    this.clock = clock;
  }

  /**
   * A notification whose row this transaction holds.
   *
   * @param attempts how many times it was tried before
   */
  record Held(Notification notification, int attempts) {}

  /** Holds the next one that is due and nobody else holds, until the transaction ends. */
  Optional<Held> hold() {
    return jdbc.sql(
            """
            SELECT id, user_id, type, payload::text, created_at, attempts FROM notifications
            WHERE channel = 'email' AND NOT sent AND mail_id IS NULL AND given_up_at IS NULL
              AND next_attempt_at <= :now
            ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
        .param("now", now())
        .query((row, number) ->
            new Held(
                new Notification(
                    row.getObject("id", UUID.class),
                    row.getObject("user_id", UUID.class),
                    row.getString("type"),
                    payloads.read(row.getString("payload")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    null),
                row.getInt("attempts")))
        .optional();
  }

  void became(UUID id, UUID mailId) {
    jdbc.sql("UPDATE notifications SET mail_id = :mail" + STILL_TO_WRITE)
        .param("id", id)
        .param("mail", mailId)
        .update();
  }

  void tryAgain(UUID id, Instant next) {
    jdbc.sql(
            "UPDATE notifications SET attempts = attempts + 1, next_attempt_at = :next"
                + STILL_TO_WRITE)
        .param("id", id)
        .param("next", next.atOffset(ZoneOffset.UTC))
        .update();
  }

  void giveUp(UUID id, String reason) {
    jdbc.sql("UPDATE notifications SET given_up_at = :now, last_error = :reason" + STILL_TO_WRITE)
        .param("id", id)
        .param("reason", reason)
        .param("now", now())
        .update();
  }

  void accepted(UUID mailId) {
    jdbc.sql("UPDATE notifications SET sent = true, sent_at = :now WHERE mail_id = :mail")
        .param("mail", mailId)
        .param("now", now())
        .update();
  }

  void refused(UUID mailId, String reason) {
    jdbc.sql(
            "UPDATE notifications SET given_up_at = :now, last_error = :reason WHERE mail_id = :mail AND NOT sent")
        .param("mail", mailId)
        .param("reason", reason)
        .param("now", now())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
