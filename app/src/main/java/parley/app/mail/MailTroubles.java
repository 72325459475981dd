package parley.app.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads from the outbox whether mails wait for a reason of ours; the rows know it on every node.
 */
@Repository
class MailTroubles {
  private final JdbcClient jdbc;

  MailTroubles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The reason that holds up most; empty where none does. */
  Optional<MailTrouble> now() {
    return jdbc.sql(
            """
            SELECT last_error, count(*) AS waiting, min(created_at) AS since FROM outgoing_mails
            WHERE status = 'waiting' AND split_part(last_error, ' ', 1) IN (:ours)
            GROUP BY last_error ORDER BY waiting DESC, since LIMIT 1
            """)
        .param(
            "ours",
            Stream.of(Setback.values()).filter(Setback::isOurs).map(Setback::spelled).toList())
        .query(MailTroubles::trouble)
        .optional();
  }

  private static MailTrouble trouble(ResultSet row, int number) throws SQLException {
    String[] kind = row.getString("last_error").split(" ");
    Integer reply = kind.length == 1 ? null : Integer.valueOf(kind[1]);
    Setback setback = Setback.parse(kind[0]).orElseThrow();
    return new MailTrouble(
        setback.spelled(),
        reply,
        setback.words() + (reply == null ? "." : ": it answered " + reply + "."),
        row.getLong("waiting"),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
