package parley.app.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code postmaster.pid} in a cluster's folder: line 1 the process id, line 4 the port, line 8 the
 * state.
 *
 * @param pid process id of the server that wrote it; it may be long dead and its number somebody
 *     else's
 * @param port the TCP port
 * @param ready whether it takes connections
 */
record PostmasterFile(long pid, int port, boolean ready) {
  private static final int PORT_LINE = 3;
  private static final int STATE_LINE = 7;

  /** What stands in the file; empty if there is none or it is half written. */
  static Optional<PostmasterFile> read(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
      if (lines.size() <= PORT_LINE) {
        return Optional.empty();
      }
      boolean ready = lines.size() > STATE_LINE && lines.get(STATE_LINE).strip().equals("ready");
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(lines.getFirst().strip()),
              Integer.parseInt(lines.get(PORT_LINE).strip()),
              ready));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
