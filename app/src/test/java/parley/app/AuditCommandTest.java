package parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import parley.app.server.database.DatabaseAddress;
import parley.app.testing.TestDatabase;

class AuditCommandTest {
  private final DatabaseAddress address = TestDatabase.fresh().address();

  @TempDir Path folder;

  @Test
  void withoutTheInstallationsSecretItEndsUnreadableAndMakesNone() {
    assertThat(verify()).isEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void withTheSecretItReads() throws Exception {
    Files.writeString(folder.resolve("secret.key"), "ab".repeat(32) + "\n");
    assertThat(verify()).isZero();
  }

  @Test
  void oneConnectionServesTheWholeWalk() {
    var environment = new MockEnvironment();
    settings()
        .forEach(setting -> {
          String[] parts = setting.substring(2).split("=", 2);
          environment.setProperty(parts[0], parts[1]);
        });
    JdbcClient jdbc = JdbcClient.create(AuditCommand.database(environment));
    String asked = "SELECT pg_backend_pid()";
    int first = jdbc.sql(asked).query(Integer.class).single();
    assertThat(jdbc.sql(asked).query(Integer.class).single()).isEqualTo(first);
  }

  private int verify() {
    return AuditCommand.run(settings().toArray(String[]::new));
  }

  private List<String> settings() {
    return List.of(
        "--parley.data-dir=" + folder,
        "--spring.datasource.url=" + address.jdbcUrl(),
        "--spring.datasource.username=" + address.app().name(),
        "--spring.datasource.password=" + address.app().password());
  }
}
