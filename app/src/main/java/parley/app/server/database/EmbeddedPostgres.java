package parley.app.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.app.server.startup.StartRefused;

/**
 * A real PostgreSQL of our own: a cluster in a folder that is kept, one server process, reachable
 * by password on the loopback address only. It syncs to disk and checks its pages. It outlives a
 * killed Parley; the next start stops it, and it recovers by its log.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  static final String SUPERUSER = "postgres";
  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final long LOG_LIMIT = 10 << 20;

  private final Path folder;
  private final Path cluster;
  private final PostgresBinaries binaries;
  private final ServerAccount account;
  private final Passwords passwords;
  private final Map<String, String> options;
  private final Process process;
  private final int port;

  /**
   * Starts the server of this folder, making the cluster if there is none, and waits until it takes
   * connections.
   *
   * @param folder everything of the database; the caller holds a lock that keeps a second Parley
   *     away
   * @param options further server settings by name
   * @throws StartRefused if it does not start; the message says where its log is
   */
  public static EmbeddedPostgres start(
      Path folder, PostgresBinaries binaries, Map<String, String> options) {
    try {
      return new EmbeddedPostgres(folder.toAbsolutePath().normalize(), binaries, options);
    } catch (IOException e) {
      throw new UncheckedIOException("The database below " + folder + " could not be started", e);
    }
  }

  private EmbeddedPostgres(Path folder, PostgresBinaries binaries, Map<String, String> options)
      throws IOException {
    this.folder = folder;
    this.binaries = binaries;
    this.options = options;
    Files.createDirectories(folder);
    this.cluster = folder.resolve("cluster");
    this.passwords = new Passwords(folder);
    this.account = ServerAccount.choose(folder, binaries.program("postgres"));
    Leftover.stop(cluster, STOP_LIMIT);
    if (!Files.exists(cluster.resolve("PG_VERSION"))) {
      createCluster();
    }
    account.own(cluster);
    this.port = freePort();
    this.process = launch();
    awaitReady();
  }

  /** Roles and database of Parley, made if they are missing. */
  public DatabaseAddress address(String database, String owner, String app) {
    try {
      DatabaseAddress.Role superuser = new DatabaseAddress.Role(SUPERUSER, passwords.of(SUPERUSER));
      DatabaseAddress address =
          new DatabaseAddress(
              jdbcUrl(database),
              new DatabaseAddress.Role(owner, passwords.of(owner)),
              new DatabaseAddress.Role(app, passwords.of(app)));
      new DatabaseRoles(jdbcUrl("postgres"), superuser).ensure(database, address);
      return address;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new StartRefused("The roles of the embedded database could not be made", e);
    }
  }

  /** What only the server's own administrator may do: tests let a role make databases. */
  public void asSuperuser(String statement) {
    try (Connection connection =
        DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, superuserPassword())) {
      connection.createStatement().execute(statement);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  String superuserPassword() throws IOException {
    return passwords.of(SUPERUSER);
  }

  long pid() {
    return process.pid();
  }

  /** Ends open connections, writes everything and stops. */
  @Override
  public void close() {
    if (!process.isAlive()) {
      return;
    }
    Leftover.stop(cluster, STOP_LIMIT);
    try {
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Half a cluster, left by a kill in the middle, is made again: nothing was ever stored in it. */
  private void createCluster() throws IOException {
    Path fresh = folder.resolve("cluster.new");
    FolderTree.delete(fresh);
    Files.createDirectory(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    account.own(fresh);
    passwords.of(SUPERUSER);
    Path passwordFile = handOver(fresh);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-D",
                fresh.toString(),
                "-U",
                SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=" + locale(),
                "--data-checksums"));
    Path output = folder.resolve("initdb.log");
    run(account.command(binaries.program("initdb"), arguments), output);
    Files.delete(passwordFile);
    Files.move(fresh, cluster);
  }

  /** initdb reads the password as the server's user, who may not enter our folder's files. */
  private Path handOver(Path beside) throws IOException {
    Path copy = beside.resolveSibling("initdb.password");
    Files.deleteIfExists(copy);
    Files.createFile(
        copy, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(copy, passwords.of(SUPERUSER));
    account.own(copy);
    return copy;
  }

  /**
   * The C library's UTF-8 without a language: lower() knows all letters, and no upgrade reorders an
   * index.
   */
  private static String locale() {
    return "C.UTF-8";
  }

  private void run(List<String> command, Path output) throws IOException {
    Process child = builder(command, output).start();
    try {
      if (!child.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        child.destroyForcibly();
        throw new StartRefused("initdb did not end; see " + output);
      }
    } catch (InterruptedException e) {
      child.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    if (child.exitValue() != 0) {
      throw new StartRefused("initdb failed; see " + output + ":\n" + Files.readString(output));
    }
  }

  private Process launch() throws IOException {
    Path output = folder.resolve("postgres.log");
    if (Files.exists(output) && Files.size(output) > LOG_LIMIT) {
      Files.delete(output);
    }
    List<String> arguments =
        new ArrayList<>(List.of("-D", cluster.toString(), "-p", String.valueOf(port)));
    options().forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      // A group of its own: Ctrl-C in a terminal must reach Parley first, the database last.
      command.add("/usr/bin/setsid");
    }
    command.addAll(account.command(binaries.program("postgres"), arguments));
    return builder(command, output).start();
  }

  private Map<String, String> options() {
    Map<String, String> all = new java.util.LinkedHashMap<>();
    all.put("listen_addresses", "127.0.0.1");
    all.put("unix_socket_directories", "");
    all.put("timezone", "UTC");
    all.put("log_timezone", "UTC");
    all.put("log_min_messages", "warning");
    all.put("logging_collector", "off");
    all.put("log_checkpoints", "off");
    all.put("max_connections", "100");
    all.put("jit", "off");
    all.putAll(options);
    return all;
  }

  private ProcessBuilder builder(List<String> command, Path output) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    // Settings and secrets of ours, and PG* ones of the person, are not for the server.
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.put("PATH", path);
    environment.put("LC_ALL", locale());
    return builder;
  }

  private void awaitReady() {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!ready()) {
      if (!process.isAlive()) {
        throw new StartRefused("PostgreSQL did not start; see " + folder.resolve("postgres.log"));
      }
      if (System.nanoTime() > deadline) {
        close();
        throw new StartRefused(
            "PostgreSQL was not ready in time; see " + folder.resolve("postgres.log"));
      }
      pause();
    }
    log.debug("PostgreSQL runs as process {} on port {}", process.pid(), port);
  }

  private boolean ready() {
    Optional<PostmasterFile> file = PostmasterFile.read(cluster);
    return file.isPresent() && file.get().ready() && file.get().pid() == process.pid();
  }

  /** PostgreSQL tells nobody when it is ready; its file does. */
  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while PostgreSQL starts", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
