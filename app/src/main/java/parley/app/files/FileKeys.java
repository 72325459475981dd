package parley.app.files;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parley.app.shared.Seal;
import parley.app.shared.SecretKeys;

/**
 * The rows of {@code file_keys}: the key of each sealed file, wrapped by one of the installation's
 * that is not in the database. With a file's row its key goes, and with the key its bytes, wherever
 * a copy of them stands.
 */
@Component
class FileKeys {
  private final JdbcClient jdbc;
  private final Seal wrapping;

  FileKeys(JdbcClient jdbc, SecretKeys keys) {
    this.jdbc = jdbc;
    this.wrapping = Seal.with(keys.bytes("file keys"));
  }

  /** A new key, not kept yet. */
  byte[] make() {
    return Seal.randomKey();
  }

  /** Keeps the key of a file whose row is there. */
  void keep(StoredFile file, byte[] key) {
    jdbc.sql("INSERT INTO file_keys (file_id, wrapped_key) VALUES (:file, :wrapped)")
        .param("file", file.id())
        .param("wrapped", wrapping.close(key, boundTo(file)))
        .update();
  }

  /** Empty if there is none any more. */
  Optional<SealedContent> find(StoredFile file) {
    return jdbc.sql("SELECT wrapped_key FROM file_keys WHERE file_id = :file")
        .param("file", file.id())
        .query(byte[].class)
        .optional()
        .map(wrapped ->
            wrapping
                .open(wrapped, boundTo(file))
                .orElseThrow(() -> new IllegalStateException("not wrapped for this file here")))
        .map(key -> content(file, key));
  }

  /** How the bytes of this file are sealed with this key. */
  static SealedContent content(StoredFile file, byte[] key) {
    return new SealedContent(key, Seal.bound(boundTo(file)));
  }

  // A file without an owner is bound to itself alone.
  private static UUID[] boundTo(StoredFile file) {
    UUID owner = file.ownerUserId();
    return owner == null ? new UUID[] {file.id()} : new UUID[] {file.id(), owner};
  }
}
