package parley.app.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The mails that were kept because there was no server, newest first. Ids sort by time, so they are
 * the cursor.
 */
@Repository
class MailboxRepository {
  private static final UUID AFTER_ALL = new UUID(-1L, -1L);

  private final JdbcClient jdbc;

  MailboxRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a list shows of a mail: not what it says. */
  record Line(UUID id, String to, String subject, String status, Instant createdAt) {}

  /** A whole mail. */
  record Letter(UUID id, String to, String subject, String text, String html, Instant createdAt) {}

  List<Line> before(@Nullable UUID id, int limit) {
    return jdbc.sql(
            """
            SELECT id, recipient, subject, status, created_at FROM outgoing_mails
            WHERE status = 'kept' AND id < :before ORDER BY id DESC LIMIT :limit
            """)
        .param("before", id == null ? AFTER_ALL : id)
        .param("limit", limit)
        .query(MailboxRepository::line)
        .list();
  }

  Optional<Letter> find(UUID id) {
    return jdbc.sql(
            """
            SELECT id, recipient, subject, text_body, html_body, created_at FROM outgoing_mails
            WHERE status = 'kept' AND id = :id
            """)
        .param("id", id)
        .query(MailboxRepository::letter)
        .optional();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        row.getObject("id", UUID.class),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("status"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Letter letter(ResultSet row, int number) throws SQLException {
    return new Letter(
        row.getObject("id", UUID.class),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("text_body"),
        row.getString("html_body"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
