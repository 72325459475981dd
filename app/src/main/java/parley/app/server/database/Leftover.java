package parley.app.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.app.server.startup.StartRefused;

/** The server a killed Parley left running on our cluster, or our own at the end. */
final class Leftover {
  private static final Logger log = LoggerFactory.getLogger(Leftover.class);

  private Leftover() {}

  /** Stops whatever server works on this cluster; does nothing if none does. */
  static void stop(Path cluster, Duration limit) {
    Optional<ProcessHandle> server = find(cluster);
    if (server.isEmpty()) {
      return;
    }
    long pid = server.get().pid();
    // Fast shutdown: sessions are ended, everything is written.
    if (!signal(pid, "INT") || !ended(server.get(), limit)) {
      log.warn("PostgreSQL (process {}) did not stop when asked; stopping it at once", pid);
      signal(pid, "QUIT");
      if (!ended(server.get(), limit)) {
        throw new StartRefused("PostgreSQL (process " + pid + ") cannot be stopped");
      }
    }
  }

  /**
   * The live server named by the cluster's own file, if that process really is a server of this
   * cluster.
   */
  static Optional<ProcessHandle> find(Path cluster) {
    return PostmasterFile.read(cluster)
        .flatMap(file -> ProcessHandle.of(file.pid()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> servesFrom(process.pid(), cluster));
  }

  /**
   * A process id may have been given to somebody else since: believe only what the system says
   * about it.
   */
  private static boolean servesFrom(long pid, Path cluster) {
    try {
      Path proc = Path.of("/proc", String.valueOf(pid));
      String program = Files.readSymbolicLink(proc.resolve("exe")).getFileName().toString();
      return program.startsWith("postgres")
          && Files.readSymbolicLink(proc.resolve("cwd")).equals(cluster.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean signal(long pid, String name) {
    try {
      return new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean ended(ProcessHandle process, Duration limit) {
    CompletableFuture<ProcessHandle> end = process.onExit();
    try {
      end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
