package parley.app.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code audit_logs} as it is sealed.
 *
 * @param id its place
 * @param content everything else in one fixed form: each column's length and bytes, in the order of
 *     {@link #COLUMNS}
 */
record AuditRow(long id, byte[] content) {
  /** What is sealed of a row, as text where the database's text form is the same everywhere. */
  static final String COLUMNS =
      """
      id, txid, created_at, actor_user_id::text AS actor, actor_ip::text AS network, entity_type, entity_id, action,
      before::text AS before, after::text AS after, actor_ip_sealed, note_sealed
      """;

  private static final List<String> TEXTS =
      List.of("actor", "network", "entity_type", "entity_id", "action", "before", "after");
  private static final int NOTHING = -1;

  static AuditRow of(ResultSet row, int number) throws SQLException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeLong(row.getLong("txid"));
      Instant created = row.getObject("created_at", OffsetDateTime.class).toInstant();
      out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, created));
      for (String column : TEXTS) {
        String text = row.getString(column);
        put(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
      }
      put(out, row.getBytes("actor_ip_sealed"));
      put(out, row.getBytes("note_sealed"));
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return new AuditRow(row.getLong("id"), bytes.toByteArray());
  }

  /** SHA-256 of everything but its place. */
  byte[] hash() {
    return sha256().digest(content);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }

  private static void put(DataOutputStream out, byte @Nullable [] value) throws IOException {
    out.writeInt(value == null ? NOTHING : value.length);
    if (value != null) {
      out.write(value);
    }
  }
}
