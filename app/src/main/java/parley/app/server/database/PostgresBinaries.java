package parley.app.server.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL: they come packed in a library and are unpacked once into a folder
 * that is kept.
 */
public final class PostgresBinaries {
  private static final String DONE = ".complete";

  private final Path folder;

  private PostgresBinaries(Path folder) {
    this.folder = folder;
  }

  /**
   * The programs this application brings along, unpacked below {@code cache} unless they already
   * are.
   */
  public static PostgresBinaries bundled(Path cache) {
    return unpacked(cache, PostgresBinaries.class.getClassLoader());
  }

  /**
   * As {@link #bundled}, from the library that {@code source} finds: tests bring other versions of
   * PostgreSQL.
   */
  static PostgresBinaries unpacked(Path cache, ClassLoader source) {
    String name = "postgres-linux-" + architecture() + ".txz";
    try {
      Path folder =
          cache.toAbsolutePath().normalize().resolve("postgres-" + fingerprint(source, name));
      if (!Files.exists(folder.resolve(DONE))) {
        unpack(source, name, folder);
      }
      return new PostgresBinaries(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be unpacked below " + cache, e);
    }
  }

  Path folder() {
    return folder;
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  private static String architecture() {
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return switch (arch) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "arm_64";
      default -> arch;
    };
  }

  private static InputStream open(ClassLoader source, String name) throws IOException {
    InputStream in = source.getResourceAsStream(name);
    if (in == null) {
      throw new IOException(
          "no PostgreSQL is bundled for this processor ("
              + name
              + "); set spring.datasource.url to one of yours");
    }
    return new BufferedInputStream(in, 1 << 16);
  }

  /** Tells two archives apart so that an upgrade unpacks anew. */
  private static String fingerprint(ClassLoader source, String name) throws IOException {
    CRC32 crc = new CRC32();
    try (InputStream in = open(source, name)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        crc.update(buffer, 0, n);
      }
    }
    return Long.toHexString(crc.getValue());
  }

  /** Into a folder beside it first: another process may do the same, and either may be killed. */
  private static void unpack(ClassLoader source, String name, Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    Path fresh = Files.createTempDirectory(folder.getParent(), "unpacking-");
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (InputStream in = open(source, name);
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, fresh);
      }
    }
    Files.createFile(fresh.resolve(DONE));
    try {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
      FolderTree.delete(fresh);
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("entry outside the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else if (entry.isSymbolicLink()) {
      Files.createDirectories(target.getParent());
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.createDirectories(target.getParent());
      Files.copy(tar, target);
      boolean program = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
