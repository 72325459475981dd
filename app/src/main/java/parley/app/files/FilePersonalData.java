package parley.app.files;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parley.app.shared.PersonalData;

/** What somebody gave us, rows and bytes. */
@Component
class FilePersonalData implements PersonalData {
  private static final List<Part> PARTS =
      List.of(
          Part.of("files", "t.owner_user_id = :user", "storage_url", "charged_user_id"),
          Part.of("profile_pictures", "t.user_id = :user"));

  private final JdbcClient jdbc;
  private final StoredFiles files;
  private final FileRemovals removals;

  FilePersonalData(JdbcClient jdbc, StoredFiles files, FileRemovals removals) {
    this.jdbc = jdbc;
    this.files = files;
    this.removals = removals;
  }

  @Override
  public String name() {
    return "files";
  }

  @Override
  public List<Part> parts(UUID userId) {
    return PARTS;
  }

  @Override
  public List<PersonalFile> files(UUID userId) {
    return jdbc
        .sql(FileRepository.SELECT + " WHERE owner_user_id = :user ORDER BY id")
        .param("user", userId)
        .query(FileRepository::file)
        .list()
        .stream()
        .map(file -> new PersonalFile(file.name(), files.bytesOf(file)))
        .toList();
  }

  @Override
  public void erase(UUID userId) {
    List<UUID> own =
        jdbc.sql("SELECT id FROM files WHERE owner_user_id = :user ORDER BY id")
            .param("user", userId)
            .query(UUID.class)
            .list();
    own.forEach(files::delete);
    // Also bytes whose row went in an erasure that a crash or the disk ended.
    removals.sweep();
  }
}
