package parley.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.audit.AuditSeal.Span;

/** The rows of {@code audit_seals}, and those of {@code audit_logs} as they cover them. */
@Repository
class SealRepository {
  private final JdbcClient jdbc;

  SealRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False if somebody else seals at this moment. Held until the transaction ends. */
  boolean takeTurn() {
    return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('audit seals'))")
        .query(Boolean.class)
        .single();
  }

  /** The oldest transaction that still runs; every older one has ended. */
  long oldestRunning() {
    return jdbc.sql("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        .query(Long.class)
        .single();
  }

  Optional<AuditSeal> last() {
    return jdbc.sql("SELECT * FROM audit_seals ORDER BY id DESC LIMIT 1")
        .query(SealRepository::seal)
        .optional();
  }

  List<AuditSeal> after(long id, int most) {
    return jdbc.sql("SELECT * FROM audit_seals WHERE id > :id ORDER BY id LIMIT :most")
        .param("id", id)
        .param("most", most)
        .query(SealRepository::seal)
        .list();
  }

  Optional<AuditSeal> find(long id) {
    return jdbc.sql("SELECT * FROM audit_seals WHERE id = :id")
        .param("id", id)
        .query(SealRepository::seal)
        .optional();
  }

  /**
   * The rows of a span in the order of their ids.
   *
   * @param upTo the last id that can belong to it
   */
  List<AuditRow> rows(Span span, long upTo) {
    return jdbc.sql(
            "SELECT "
                + AuditRow.COLUMNS
                + """
                FROM audit_logs
                WHERE txid >= :from AND txid < :to AND id > :after AND id <= :upTo ORDER BY id
                """)
        .param("from", span.fromTxid())
        .param("to", span.toTxid())
        .param("after", span.afterLogId())
        .param("upTo", upTo)
        .query(AuditRow::of)
        .list();
  }

  /** The highest id that any seal covers; 0 before the first. */
  long highestSealed() {
    return jdbc.sql("SELECT coalesce(max(log_ids[cardinality(log_ids)]), 0) FROM audit_seals")
        .query(Long.class)
        .single();
  }

  /** Where the life of the database ends that begins behind this row: where the next one begins. */
  long endOfLife(long afterLogId) {
    return jdbc.sql(
            "SELECT coalesce(min(after_log_id), :ever) FROM audit_seals WHERE after_log_id > :after")
        .param("after", afterLogId)
        .param("ever", Long.MAX_VALUE)
        .query(Long.class)
        .single();
  }

  /** How many rows no seal covers yet. */
  long waiting(Span last) {
    return jdbc.sql("SELECT count(*) FROM audit_logs WHERE txid >= :to AND id > :after")
        .param("to", last.toTxid())
        .param("after", last.afterLogId())
        .query(Long.class)
        .single();
  }

  /**
   * The first row, by its id, that no seal covers and none ever will: from behind the last seal on
   * a row was written by a transaction that has begun.
   */
  Optional<Long> stray(Span last) {
    return jdbc.sql(
            """
            SELECT min(id) FROM audit_logs
            WHERE id <= 0 OR txid < 0 OR txid = :ever
              OR txid >= :to AND txid >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint AND id > :after
                -- Restored into another server, whose transactions count from lower, and not sealed there yet.
                AND pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= :to
            """)
        .param("ever", Span.FOR_EVER)
        .param("to", last.toTxid())
        .param("after", last.afterLogId())
        .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
        .single();
  }

  /**
   * The same span, or its beginning up to where another transaction begins, if it holds more than
   * so many rows. One transaction is never parted.
   */
  Span upToRows(Span span, int most) {
    return jdbc.sql(
            """
            SELECT CASE WHEN count(*) <= :most THEN :to WHEN min(txid) = max(txid) THEN max(txid) + 1 ELSE max(txid) END
            FROM (
              SELECT txid FROM audit_logs WHERE txid >= :from AND txid < :to AND id > :after ORDER BY txid LIMIT :most + 1
            ) AS first
            """)
        .param("from", span.fromTxid())
        .param("to", span.toTxid())
        .param("after", span.afterLogId())
        .param("most", most)
        .query((row, number) -> new Span(span.afterLogId(), span.fromTxid(), row.getLong(1)))
        .single();
  }

  void insert(AuditSeal seal) {
    jdbc.sql(
            """
            INSERT INTO audit_seals
              (id, after_log_id, from_txid, to_txid, log_ids, log_hashes, previous_hash, hash, signature, sealed_at)
            VALUES (:id, :after, :from, :to, :logIds, :logHashes, :previous, :hash, :signature, :now)
            """)
        .param("id", seal.id())
        .param("after", seal.span().afterLogId())
        .param("from", seal.span().fromTxid())
        .param("to", seal.span().toTxid())
        .param("logIds", seal.logIds().toArray(Long[]::new))
        .param("logHashes", seal.logHashes())
        .param("previous", seal.previousHash())
        .param("hash", seal.hash())
        .param("signature", seal.signature())
        .param("now", seal.sealedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static AuditSeal seal(ResultSet row, int number) throws SQLException {
    return new AuditSeal(
        row.getLong("id"),
        new Span(row.getLong("after_log_id"), row.getLong("from_txid"), row.getLong("to_txid")),
        List.of((Long[]) row.getArray("log_ids").getArray()),
        row.getBytes("log_hashes"),
        row.getBytes("previous_hash"),
        row.getBytes("hash"),
        row.getBytes("signature"),
        row.getObject("sealed_at", OffsetDateTime.class).toInstant());
  }
}
