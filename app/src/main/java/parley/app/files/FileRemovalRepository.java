package parley.app.files;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code file_removals}: bytes that have no row in {@code files}, or none yet. */
@Repository
class FileRemovalRepository {
  private final JdbcClient jdbc;

  FileRemovalRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID fileId, Instant dueAt) {
    jdbc.sql("INSERT INTO file_removals (file_id, due_at) VALUES (:file, :due)")
        .param("file", fileId)
        .param("due", dueAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Waits for whoever holds the row; false if there is none. */
  boolean delete(UUID fileId) {
    return jdbc.sql("DELETE FROM file_removals WHERE file_id = :file")
            .param("file", fileId)
            .update()
        == 1;
  }

  /** Those that are due, after this one in the order of ids. */
  List<UUID> due(Instant now, UUID after, int most) {
    return jdbc.sql(
            """
            SELECT file_id FROM file_removals WHERE due_at <= :now AND file_id > :after
            ORDER BY file_id LIMIT :most
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("after", after)
        .param("most", most)
        .query(UUID.class)
        .list();
  }
}
