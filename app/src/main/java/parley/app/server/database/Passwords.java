package parley.app.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Passwords of the embedded database's roles, one a file, made at first use and readable by their
 * owner only.
 */
final class Passwords {
  private static final int RANDOM_BYTES = 24;

  private final Path folder;

  Passwords(Path folder) {
    this.folder = folder;
  }

  /** The password of this role. */
  String of(String role) throws IOException {
    Path file = file(role);
    if (!Files.exists(file)) {
      create(file);
    }
    return Files.readString(file).strip();
  }

  Path file(String role) {
    return folder.resolve(role + ".password");
  }

  private static void create(Path file) throws IOException {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    Path fresh =
        Files.createTempFile(
            file.getParent(),
            "password",
            null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, HexFormat.of().formatHex(random) + "\n");
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
