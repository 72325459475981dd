package parley.app.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.testing.TestDatabase;

/**
 * The migrations on the oldest PostgreSQL that may be given to us, beside the newest that all other
 * tests use.
 */
class MigrationVersionsTest {
  @Test
  void makeTheSameTablesOnPostgres14And18() throws Exception {
    JdbcClient newest = JdbcClient.create(TestDatabase.fresh().owner());
    assertThat(major(newest)).isEqualTo(18);
    Path folder = Files.createTempDirectory("parley-postgres14");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    URL library = Path.of("target/postgres-14.jar").toUri().toURL();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {library}, null);
        EmbeddedPostgres server =
            EmbeddedPostgres.start(
                folder, PostgresBinaries.unpacked(Path.of("target/postgres"), loader), Map.of())) {
      DatabaseAddress address = server.address("parley", "parley_owner", "parley_app");
      Migrations.run(address);
      Migrations.run(address);
      JdbcClient oldest = owner(address);
      assertThat(major(oldest)).isEqualTo(14);
      assertThat(Catalog.columns(oldest)).isEqualTo(Catalog.columns(newest));
      assertThat(Catalog.constraints(oldest)).isEqualTo(Catalog.constraints(newest));
      assertThat(Catalog.indexes(oldest)).isEqualTo(Catalog.indexes(newest));
    } finally {
      FolderTree.delete(folder);
    }
  }

  private static int major(JdbcClient sql) {
    return sql.sql("SELECT current_setting('server_version_num')::integer / 10000")
        .query(Integer.class)
        .single();
  }

  private static JdbcClient owner(DatabaseAddress address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.jdbcUrl());
    source.setUser(address.owner().name());
    source.setPassword(address.owner().password());
    return JdbcClient.create(source);
  }
}
