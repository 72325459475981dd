package parley.app.users.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.shared.ParleySettings;

/**
 * Where archives lie until they are fetched: {@code exports} in the data folder, readable by this
 * program only, and reachable by nothing but the one route.
 */
@Component
class ArchiveShelf {
  private static final int ID_LENGTH = 36;

  private final Path root;

  ArchiveShelf(ParleySettings settings) {
    this.root = settings.dataDir().toAbsolutePath().normalize().resolve("exports");
  }

  /** Where this archive is, or would be. */
  Path archive(UUID exportId) {
    return root.resolve(exportId + ".zip");
  }

  /** A file to pack into; another process packing the same has another. */
  Path workpiece(UUID exportId) throws IOException {
    if (!Files.isDirectory(root)) {
      Files.createDirectories(root);
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    }
    return Files.createTempFile(root, exportId.toString(), ".part");
  }

  void keep(Path workpiece, UUID exportId) throws IOException {
    Files.move(workpiece, archive(exportId), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Everything of which a file lies here, packed or half packed. */
  Set<UUID> exports() throws IOException {
    Set<UUID> ids = new HashSet<>();
    if (Files.isDirectory(root)) {
      try (var files = Files.newDirectoryStream(root, "*.{zip,part}")) {
        files.forEach(file ->
            ids.add(UUID.fromString(file.getFileName().toString().substring(0, ID_LENGTH))));
      }
    }
    return ids;
  }

  /** Also what was left of packing it. */
  void remove(UUID exportId) throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    try (var left = Files.newDirectoryStream(root, exportId + "*")) {
      for (Path path : left) {
        Files.deleteIfExists(path);
      }
    }
  }
}
