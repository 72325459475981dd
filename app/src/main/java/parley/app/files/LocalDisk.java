package parley.app.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import parley.app.shared.ParleySettings;

/** Objects as files under {@code files} in the data folder. */
@Component
class LocalDisk implements ObjectStore {
  private static final int CHUNK = 64 * 1024;
  private static final String ARRIVING = "arriving";

  private final Path root;

  LocalDisk(ParleySettings settings) {
    this.root = settings.dataDir().toAbsolutePath().normalize().resolve("files");
  }

  @Override
  public void put(UUID id, Content content) throws IOException {
    Path arrived = spool(content);
    try {
      Path folder = Files.createDirectories(folder(id));
      Files.move(arrived, path(id), StandardCopyOption.ATOMIC_MOVE);
      flushFolder(folder);
      flushFolder(root);
    } finally {
      Files.deleteIfExists(arrived);
    }
  }

  /**
   * Writes what arrives to a file of its own, flushed to the disk, for whoever needs all of it
   * before it is anything; it is theirs to delete. Fails without leaving one.
   */
  Path spool(Content content) throws IOException {
    Path arriving = Files.createDirectories(root.resolve(ARRIVING)).resolve(UUID.randomUUID() + "");
    try {
      write(arriving, content);
      return arriving;
    } catch (IOException | RuntimeException broken) {
      Files.deleteIfExists(arriving);
      throw broken;
    }
  }

  private static void write(Path target, Content content) throws IOException {
    try (FileChannel file =
        FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), CHUNK);
      content.writeTo(out);
      out.flush();
      file.force(true);
    }
  }

  @Override
  public SeekableByteChannel open(UUID id) throws IOException {
    return Files.newByteChannel(path(id), StandardOpenOption.READ);
  }

  @Override
  public void delete(UUID id) throws IOException {
    Files.deleteIfExists(path(id));
  }

  @Override
  public String url(UUID id) {
    return "local:" + id;
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
}
