package parley.app.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code files}. */
@Repository
class FileRepository {
  /** The columns that {@link #file} reads. */
  static final String SELECT =
      "SELECT id, owner_user_id, meeting_id, type, size_bytes, mime_type, checksum, created_at, file_name FROM files";

  private final JdbcClient jdbc;
  private final ObjectStore objects;

  FileRepository(JdbcClient jdbc, ObjectStore objects) {
    this.jdbc = jdbc;
    this.objects = objects;
  }

  /** What was deleted, and whose storage it took. */
  record Deleted(UUID chargedUserId, long sizeBytes) {}

  void insert(StoredFile file, UUID chargedUserId) {
    jdbc.sql(
            """
            INSERT INTO files (id, owner_user_id, meeting_id, type, storage_url, size_bytes, mime_type, checksum,
              created_at, file_name, charged_user_id)
            VALUES (:id, :owner, :meeting, :type, :url, :size, :mediaType, :checksum, :now, :name, :charged)
            """)
        .param("id", file.id())
        .param("owner", file.ownerUserId())
        .param("meeting", file.meetingId())
        .param("type", file.type().spelled())
        .param("url", objects.url(file.id()))
        .param("size", file.sizeBytes())
        .param("mediaType", file.mediaType())
        .param("checksum", file.checksum())
        .param("now", file.createdAt().atOffset(ZoneOffset.UTC))
        .param("name", file.name())
        .param("charged", chargedUserId)
        .update();
  }

  Optional<StoredFile> find(UUID id) {
    return jdbc.sql(SELECT + " WHERE id = :id")
        .param("id", id)
        .query(FileRepository::file)
        .optional();
  }

  Optional<Deleted> delete(UUID id) {
    return jdbc.sql("DELETE FROM files WHERE id = :id RETURNING charged_user_id, size_bytes")
        .param("id", id)
        .query(Deleted.class)
        .optional();
  }

  static StoredFile file(ResultSet row, int number) throws SQLException {
    return new StoredFile(
        row.getObject("id", UUID.class),
        row.getObject("owner_user_id", UUID.class),
        row.getObject("meeting_id", UUID.class),
        FileType.of(row.getString("type")),
        row.getString("file_name"),
        row.getString("mime_type"),
        row.getLong("size_bytes"),
        row.getString("checksum"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
