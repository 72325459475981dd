package parley.app.users.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code data_exports}. */
@Repository
class DataExportRepository {
  private static final int MOST_ATTEMPTS = 3;

  private final JdbcClient jdbc;

  DataExportRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False if one is under way. */
  boolean insert(UUID id, UUID userId, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO data_exports (id, user_id, status, requested_at) VALUES (:id, :userId, 'waiting', :now)
                ON CONFLICT (user_id) WHERE status IN ('waiting', 'packing') DO NOTHING
                """)
            .param("id", id)
            .param("userId", userId)
            .param("now", at(now))
            .update()
        == 1;
  }

  Optional<DataExport> latest(UUID userId) {
    return jdbc.sql(
            "SELECT * FROM data_exports WHERE user_id = :userId ORDER BY requested_at DESC, id DESC LIMIT 1")
        .param("userId", userId)
        .query(DataExportRepository::export)
        .optional();
  }

  Optional<DataExport> find(UUID id) {
    return jdbc.sql("SELECT * FROM data_exports WHERE id = :id")
        .param("id", id)
        .query(DataExportRepository::export)
        .optional();
  }

  /**
   * Takes one that waits, or whose packer has fallen silent for the first or second time. Until
   * {@code leaseEnd} nobody else takes it.
   */
  Optional<DataExport> take(Instant now, Instant leaseEnd) {
    return jdbc.sql(
            """
            UPDATE data_exports SET status = 'packing', attempts = attempts + 1, leased_until = :leaseEnd,
              step = NULL, steps_done = 0
            WHERE id = (
              SELECT id FROM data_exports
              WHERE status = 'waiting' OR status = 'packing' AND leased_until <= :now AND attempts < :most
              ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """)
        .param("now", at(now))
        .param("leaseEnd", at(leaseEnd))
        .param("most", MOST_ATTEMPTS)
        .query(DataExportRepository::export)
        .optional();
  }

  /** Fails those whose packers fell silent too often: they may have died of it. */
  List<UUID> giveUp(Instant now) {
    return jdbc.sql(
            """
            UPDATE data_exports SET status = 'failed', leased_until = NULL, step = NULL
            WHERE status = 'packing' AND leased_until <= :now AND attempts >= :most RETURNING id
            """)
        .param("now", at(now))
        .param("most", MOST_ATTEMPTS)
        .query(UUID.class)
        .list();
  }

  /** Says how far it is; false if it was taken away from this packer. */
  boolean packing(DataExport export, String step, int done, int all, Instant leaseEnd) {
    return jdbc.sql(
                """
                UPDATE data_exports SET step = :step, steps_done = :done, steps_all = :all, leased_until = :leaseEnd
                WHERE id = :id AND status = 'packing' AND attempts = :attempt
                """)
            .param("id", export.id())
            .param("attempt", export.attempt())
            .param("step", step)
            .param("done", done)
            .param("all", all)
            .param("leaseEnd", at(leaseEnd))
            .update()
        == 1;
  }

  /** False if it was taken away from this packer. */
  boolean ready(DataExport export, long sizeBytes, Instant now, Instant expiresAt) {
    return jdbc.sql(
                """
                UPDATE data_exports SET status = 'ready', step = NULL, leased_until = NULL, size_bytes = :size,
                  steps_done = steps_all, ready_at = :now, expires_at = :expiresAt
                WHERE id = :id AND status = 'packing' AND attempts = :attempt
                """)
            .param("id", export.id())
            .param("attempt", export.attempt())
            .param("size", sizeBytes)
            .param("now", at(now))
            .param("expiresAt", at(expiresAt))
            .update()
        == 1;
  }

  /**
   * Tried again as long as it was not tried too often; nothing happens if another packer has it.
   */
  void failed(DataExport export) {
    jdbc.sql(
            """
            UPDATE data_exports SET leased_until = NULL, step = NULL,
              status = CASE WHEN attempts < :most THEN 'waiting' ELSE 'failed' END
            WHERE id = :id AND status = 'packing' AND attempts = :attempt
            """)
        .param("id", export.id())
        .param("attempt", export.attempt())
        .param("most", MOST_ATTEMPTS)
        .update();
  }

  /** Those that nobody may fetch any more, as of now. */
  List<UUID> expire(Instant now) {
    return jdbc.sql(
            """
            UPDATE data_exports SET status = 'expired' WHERE status = 'ready' AND expires_at <= :now RETURNING id
            """)
        .param("now", at(now))
        .query(UUID.class)
        .list();
  }

  /** Expires the others of the same user that could still be fetched. */
  List<UUID> expireOlder(DataExport latest) {
    return jdbc.sql(
            """
            UPDATE data_exports SET status = 'expired'
            WHERE user_id = :userId AND status = 'ready' AND id <> :id RETURNING id
            """)
        .param("userId", latest.userId())
        .param("id", latest.id())
        .query(UUID.class)
        .list();
  }

  /** Those of these that have, or will have, a file. */
  Set<UUID> alive(Collection<UUID> ids) {
    return jdbc.sql(
            "SELECT id FROM data_exports WHERE id = ANY (:ids) AND status IN ('waiting', 'packing', 'ready')")
        .param("ids", ids.toArray(UUID[]::new))
        .query(UUID.class)
        .set();
  }

  /** Those of a user, all forgotten. */
  List<UUID> deleteAll(UUID userId) {
    return jdbc.sql("DELETE FROM data_exports WHERE user_id = :userId RETURNING id")
        .param("userId", userId)
        .query(UUID.class)
        .list();
  }

  private static DataExport export(ResultSet row, int number) throws SQLException {
    return new DataExport(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        DataExport.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        row.getString("step"),
        row.getInt("steps_done"),
        row.getInt("steps_all"),
        instant(row.getObject("ready_at", OffsetDateTime.class)),
        instant(row.getObject("expires_at", OffsetDateTime.class)),
        row.getObject("size_bytes", Long.class),
        row.getInt("attempts"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
