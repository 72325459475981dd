package parley.app.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code profile_pictures}: which file shows which size of a picture. */
@Repository
class ProfilePictureRepository {
  private final JdbcClient jdbc;
  private final FileRepository files;

  ProfilePictureRepository(JdbcClient jdbc, FileRepository files) {
    this.jdbc = jdbc;
    this.files = files;
  }

  /**
   * @param sizes the file of each size
   */
  void insert(String key, UUID userId, Map<Integer, UUID> sizes) {
    sizes.forEach((size, file) ->
        jdbc.sql(
                """
                INSERT INTO profile_pictures (picture_key, size, user_id, file_id)
                VALUES (:key, :size, :userId, :file)
                """)
            .param("key", key)
            .param("size", size)
            .param("userId", userId)
            .param("file", file)
            .update());
  }

  /** The files that are not shown any more. */
  List<UUID> removeAll(UUID userId) {
    return jdbc.sql("DELETE FROM profile_pictures WHERE user_id = :userId RETURNING file_id")
        .param("userId", userId)
        .query(UUID.class)
        .list();
  }

  Optional<StoredFile> find(String key, int atLeast) {
    return jdbc.sql(
            """
            SELECT file_id FROM profile_pictures WHERE picture_key = :key AND size >= :atLeast
            ORDER BY size LIMIT 1
            """)
        .param("key", key)
        .param("atLeast", atLeast)
        .query(UUID.class)
        .optional()
        .flatMap(files::find);
  }
}
