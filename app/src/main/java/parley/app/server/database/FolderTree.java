package parley.app.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deeds on a folder and everything in it. */
final class FolderTree {
  private FolderTree() {}

  /** Deletes it; nothing happens if there is none. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /**
   * Gives it to a user by number, links themselves and not what they point at. Free when it is
   * theirs already.
   */
  static void giveTo(Path folder, int uid) throws IOException {
    if (owner(folder) == uid) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      // The folder itself last: its owner says that the rest is done.
      List<Path> paths = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : paths) {
        Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private static int owner(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }
}
