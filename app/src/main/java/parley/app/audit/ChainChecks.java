package parley.app.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import parley.app.shared.SecretKeys;

/** Looks through the chain now and then, and remembers how it went. */
@Service
class ChainChecks {
  private static final Logger log = LoggerFactory.getLogger(ChainChecks.class);

  private final SealRepository repository;
  private final SecretKeys keys;
  private final ChainHead head;
  private final JdbcClient jdbc;
  private final Clock clock;

  ChainChecks(
      SealRepository repository, SecretKeys keys, ChainHead head, JdbcClient jdbc, Clock clock) {
    this.repository = repository;
    this.keys = keys;
    this.head = head;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * How the last check went, of whichever node.
   *
   * @param rows how many rows were as sealed
   * @param fault the last that any check found and nobody has acknowledged; null for none
   */
  record Outcome(Instant checkedAt, long rows, @Nullable String fault) {}

  /** Looks through everything. */
  ChainReport run() {
    ChainReport report = new ChainCheck(repository, new SealKey(keys), head).run();
    String fault = report.fault() == null ? null : report.fault().sentence();
    if (fault != null) {
      log.error("The audit trail is not as it was written. {}", fault);
    }
    if (!report.guarded()) {
      log.warn("This node keeps no mark of the last seal: it would not notice a cut-off end.");
    }
    jdbc.sql(
            """
            INSERT INTO audit_checks (id, checked_at, rows, fault) VALUES (1, :now, :rows, :fault)
            ON CONFLICT (id) DO UPDATE
              SET checked_at = excluded.checked_at, rows = excluded.rows,
                  fault = coalesce(excluded.fault, audit_checks.fault)
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("rows", report.rows())
        .param("fault", fault)
        .update();
    return report;
  }

  /** Forgets the fault; the next check that finds it tells it again. */
  void acknowledge() {
    jdbc.sql("UPDATE audit_checks SET fault = NULL").update();
  }

  Optional<Outcome> last() {
    return jdbc.sql("SELECT checked_at, rows, fault FROM audit_checks")
        .query((row, number) ->
            new Outcome(
                row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                row.getLong("rows"),
                row.getString("fault")))
        .optional();
  }
}
