package parley.app.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import parley.app.shared.ParleySettings;

/**
 * The bytes of stored files, under {@code files} in the data folder. Their names are ids made here;
 * nothing that comes from outside becomes part of a path.
 */
@Component
class LocalDisk {
  private static final int CHUNK = 64 * 1024;
  private static final String ARRIVING = "arriving";

  private final Path root;

  LocalDisk(ParleySettings settings) {
    this.root = settings.dataDir().toAbsolutePath().normalize().resolve("files");
  }

  /**
   * Bytes that have arrived whole but are not kept yet.
   *
   * @param head the first 64 kB, enough to see what they are
   */
  record Arrived(Path path, long sizeBytes, String checksum, byte[] head) {}

  /** There were more bytes than allowed. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Takes in a stream and flushes it to the disk; throws {@link TooLarge} at the first byte too
   * many.
   */
  Arrived receive(InputStream bytes, long most) throws IOException {
    Path arriving = Files.createDirectories(root.resolve(ARRIVING)).resolve(UUID.randomUUID() + "");
    try {
      return copy(bytes, arriving, most);
    } catch (IOException | RuntimeException broken) {
      Files.deleteIfExists(arriving);
      throw broken;
    }
  }

  private static Arrived copy(InputStream bytes, Path target, long most) throws IOException {
    MessageDigest digest = sha256();
    byte[] chunk = new byte[CHUNK];
    byte[] head = {};
    long size = 0;
    try (FileChannel file =
        FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int read; (read = bytes.readNBytes(chunk, 0, CHUNK)) > 0; size += read) {
        if (size + read > most) {
          throw new TooLarge();
        }
        digest.update(chunk, 0, read);
        head = size == 0 ? Arrays.copyOf(chunk, read) : head;
        writeAll(file, ByteBuffer.wrap(chunk, 0, read));
      }
      file.force(true);
    }
    return new Arrived(target, size, HexFormat.of().formatHex(digest.digest()), head);
  }

  private static void writeAll(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /** Keeps the bytes under this id; when this returns they survive a power cut. */
  void keep(Arrived arrived, UUID id) throws IOException {
    Path folder = Files.createDirectories(folder(id));
    Files.move(arrived.path(), path(id), StandardCopyOption.ATOMIC_MOVE);
    flushFolder(folder);
    flushFolder(root);
  }

  /** Forgets bytes that are not kept after all. */
  void discard(Arrived arrived) {
    try {
      Files.deleteIfExists(arrived.path());
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }

  /** Where the bytes of this id are, or would be. */
  Path path(UUID id) {
    return folder(id).resolve(id.toString());
  }

  // The last characters of an id are random: the files spread evenly over 256 folders.
  private Path folder(UUID id) {
    String name = id.toString();
    return root.resolve(name.substring(name.length() - 2));
  }

  /** What stands in {@code files.storage_url}. */
  static String url(UUID id) {
    return "local:" + id;
  }

  void delete(UUID id) throws IOException {
    Files.deleteIfExists(path(id));
  }

  /** Removes what was arriving when an earlier process ended. */
  void clearArrivals() throws IOException {
    try (Stream<Path> left = Files.list(root.resolve(ARRIVING))) {
      for (Path path : left.toList()) {
        Files.deleteIfExists(path);
      }
    } catch (NoSuchFileException nothingEverArrived) {
      // Then there is nothing to clear.
    }
  }

  // A renamed file is safe only when its folder is on the disk too.
  private static void flushFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
