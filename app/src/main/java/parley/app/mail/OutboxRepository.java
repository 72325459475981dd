package parley.app.mail;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code outgoing_mails} on their way out. */
@Repository
class OutboxRepository {
  private final JdbcClient jdbc;

  OutboxRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A mail that this process has taken to send.
   *
   * @param attempt 1 at the first try
   */
  record Taken(UUID id, Mail mail, int attempt, Instant createdAt) {}

  void insert(UUID id, Mail mail, MailStatus status, Instant now) {
    jdbc.sql(
            """
            INSERT INTO outgoing_mails (id, recipient, subject, text_body, html_body, unsubscribe_url, status,
              created_at, next_attempt_at)
            VALUES (:id, :to, :subject, :text, :html, :unsubscribe, :status, :now, :now)
            """)
        .param("id", id)
        .param("to", mail.to())
        .param("subject", mail.subject())
        .param("text", mail.text())
        .param("html", mail.html())
        .param("unsubscribe", mail.unsubscribe() == null ? null : mail.unsubscribe().toString())
        .param("status", status.spelled())
        .param("now", at(now))
        .update();
  }

  /**
   * Takes up to {@code most} mails that are due. Until {@code leaseEnd} nobody else takes them; if
   * this process dies before it has said how it went, another one tries again then.
   */
  List<Taken> take(int most, Instant now, Instant leaseEnd) {
    return jdbc.sql(
            """
            UPDATE outgoing_mails SET attempts = attempts + 1, next_attempt_at = :leaseEnd
            WHERE id IN (
              SELECT id FROM outgoing_mails
              WHERE status = 'waiting' AND next_attempt_at <= :now
              ORDER BY next_attempt_at LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING id, recipient, subject, text_body, html_body, unsubscribe_url, attempts,
              created_at
            """)
        .param("most", most)
        .param("now", at(now))
        .param("leaseEnd", at(leaseEnd))
        .query(OutboxRepository::taken)
        .list();
  }

  /** Lets nothing of the mail stay once it is done with. */
  void forgetWhenDone(UUID id) {
    jdbc.sql("UPDATE outgoing_mails SET forget = true WHERE id = :id").param("id", id).update();
  }

  private void forget(UUID id) {
    jdbc.sql("DELETE FROM outgoing_mails WHERE id = :id AND forget").param("id", id).update();
  }

  /** The words go when they have been delivered: a link in them is a secret of the recipient. */
  void sent(UUID id, Instant now) {
    jdbc.sql(
            """
            UPDATE outgoing_mails SET status = 'sent', sent_at = :now, last_error = NULL, text_body = '', html_body = '',
              unsubscribe_url = NULL
            WHERE id = :id AND status = 'waiting'
            """)
        .param("id", id)
        .param("now", at(now))
        .update();
    forget(id);
  }

  void retryAt(UUID id, Instant next, String error) {
    jdbc.sql(
            """
            UPDATE outgoing_mails SET next_attempt_at = :next, last_error = :error
            WHERE id = :id AND status = 'waiting'
            """)
        .param("id", id)
        .param("next", at(next))
        .param("error", error)
        .update();
  }

  void failed(UUID id, String error) {
    jdbc.sql(
            """
            UPDATE outgoing_mails SET status = 'failed', last_error = :error, text_body = '', html_body = '',
              unsubscribe_url = NULL
            WHERE id = :id AND status = 'waiting'
            """)
        .param("id", id)
        .param("error", error)
        .update();
    forget(id);
  }

  /**
   * Forgets mails that were made before {@code time} and are on their way nowhere; tells how many.
   */
  int forgetOlderThan(Instant time) {
    return jdbc.sql("DELETE FROM outgoing_mails WHERE created_at < :time AND status <> 'waiting'")
        .param("time", at(time))
        .update();
  }

  private static Taken taken(ResultSet row, int number) throws SQLException {
    String unsubscribe = row.getString("unsubscribe_url");
    return new Taken(
        row.getObject("id", UUID.class),
        new Mail(
            row.getString("recipient"),
            row.getString("subject"),
            row.getString("text_body"),
            row.getString("html_body"),
            unsubscribe == null ? null : URI.create(unsubscribe)),
        row.getInt("attempts"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
