package parley.app.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server's own life: kept data, passwords, and every way of dying. */
class EmbeddedPostgresTest {
  private final PostgresBinaries binaries = PostgresBinaries.bundled(Path.of("target/postgres"));
  private Path folder = Path.of("unset");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("parley-embedded");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void removeFolder() throws IOException {
    FolderTree.delete(folder);
  }

  @Test
  void keepsItsDataSyncsAndChecksItsPages() throws Exception {
    try (EmbeddedPostgres server = start()) {
      write(server);
      assertThat(ask(server, "SHOW fsync")).isEqualTo("on");
      assertThat(ask(server, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(ask(server, "SHOW data_checksums")).isEqualTo("on");
      assertThat(ask(server, "SHOW password_encryption")).isEqualTo("scram-sha-256");
      assertThat(ask(server, "SELECT lower('ÄÖ')")).isEqualTo("äö");
    }
    try (EmbeddedPostgres server = start()) {
      assertThat(ask(server, "SELECT count(*) FROM kept")).isEqualTo("1");
    }
  }

  @Test
  void letsNobodyInWithoutThePassword() throws Exception {
    try (EmbeddedPostgres server = start()) {
      assertThatThrownBy(() ->
              DriverManager.getConnection(
                  server.jdbcUrl("postgres"), EmbeddedPostgres.SUPERUSER, "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
      assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      Path password = folder.resolve("database/postgres.password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
          .isEqualTo("rw-------");
    }
  }

  /** Parley killed: its PostgreSQL still runs when the next one starts. */
  @Test
  void takesOverFromAServerThatWasLeftRunning() throws Exception {
    EmbeddedPostgres left = start();
    write(left);
    Connection open = connect(left);
    try (EmbeddedPostgres server = start()) {
      assertThat(ask(server, "SELECT count(*) FROM kept")).isEqualTo("1");
      assertThat(server.pid()).isNotEqualTo(left.pid());
      assertThat(ProcessHandle.of(left.pid()).filter(ProcessHandle::isAlive)).isEmpty();
    }
    assertThat(open.isValid(1)).isFalse();
  }

  /** Power cut: both killed, the file with the process id stays behind. */
  @Test
  void recoversWhatWasAcknowledgedWhenEverythingWasKilled() throws Exception {
    EmbeddedPostgres killed = start();
    write(killed);
    kill(killed.pid());
    assertThat(folder.resolve("database/cluster/postmaster.pid")).exists();
    try (EmbeddedPostgres server = start()) {
      assertThat(ask(server, "SELECT count(*) FROM kept")).isEqualTo("1");
    }
  }

  @Test
  void leavesAStrangerAloneWhoGotTheOldProcessId() throws Exception {
    start().close();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    Path file = folder.resolve("database/cluster/postmaster.pid");
    Files.writeString(
        file,
        stranger.pid()
            + "\n"
            + folder.resolve("database/cluster")
            + "\n0\n5432\n\n127.0.0.1\n\nready\n");
    try (EmbeddedPostgres server = start()) {
      assertThat(ask(server, "SELECT 1")).isEqualTo("1");
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroy();
    }
  }

  @Test
  void startsAgainWhereTheFirstStartWasInterrupted() throws Exception {
    Files.createDirectories(folder.resolve("database/cluster.new/base"));
    try (EmbeddedPostgres server = start()) {
      assertThat(ask(server, "SELECT 1")).isEqualTo("1");
    }
  }

  /** As root below a home that only root may enter. */
  @Test
  void runsInAFolderThatNobodyCanEnter() throws Exception {
    Assumptions.assumeTrue(
        "root".equals(System.getProperty("user.name")),
        "only root hands the server to somebody else");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    try (EmbeddedPostgres server = start()) {
      write(server);
    }
    try (EmbeddedPostgres server = start()) {
      assertThat(ask(server, "SELECT count(*) FROM kept")).isEqualTo("1");
    }
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(folder.resolve("database"), binaries, Map.of());
  }

  private static void write(EmbeddedPostgres server) throws Exception {
    try (Connection connection = connect(server)) {
      connection.createStatement().execute("CREATE TABLE kept AS SELECT 1 AS one");
    }
  }

  private static String ask(EmbeddedPostgres server, String question) throws Exception {
    try (Connection connection = connect(server);
        ResultSet answer = connection.createStatement().executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static Connection connect(EmbeddedPostgres server) throws Exception {
    return DriverManager.getConnection(
        server.jdbcUrl("postgres"), EmbeddedPostgres.SUPERUSER, server.superuserPassword());
  }

  /** The postmaster and, as in a power cut, its children at the same time. */
  private static void kill(long pid) throws Exception {
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    var children = server.descendants().toList();
    server.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    server.onExit().get(10, TimeUnit.SECONDS);
  }
}
