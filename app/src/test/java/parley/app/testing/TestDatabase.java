package parley.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.server.database.DatabaseAddress;
import parley.app.server.database.EmbeddedPostgres;
import parley.app.server.database.Migrations;
import parley.app.server.database.PostgresBinaries;

/**
 * A migrated database of a test's own. One PostgreSQL serves the whole test JVM; each database is a
 * copy of one that was migrated once, made in a few hundredths of a second. For tests without
 * Spring; with Spring see {@link PostgresTest}.
 */
public final class TestDatabase {
  private static final String TEMPLATE = "template_of_tests";
  private static final AtomicInteger made = new AtomicInteger();

  private final DatabaseAddress address;

  // All that use the server, and its own end.
  private static final Phaser CONTEXTS = new Phaser(1);

  private TestDatabase(DatabaseAddress address) {
    this.address = address;
  }

  /** A new database with all migrations done and nothing else in it. */
  public static TestDatabase fresh() {
    String name = "test_" + made.incrementAndGet();
    DatabaseAddress template = Server.TEMPLATE_ADDRESS;
    execute(
        template.jdbcUrl().replace(TEMPLATE, "postgres"),
        template.owner(),
        "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    return new TestDatabase(
        new DatabaseAddress(
            template.jdbcUrl().replace(TEMPLATE, name), template.owner(), template.app()));
  }

  /** What only the server's own administrator may do; for all databases of the test JVM. */
  public static void asSuperuser(String statement) {
    Server.SERVER.asSuperuser(statement);
  }

  public DatabaseAddress address() {
    return address;
  }

  /** The server stays until this context is closed. */
  void usedBy(ConfigurableApplicationContext context) {
    CONTEXTS.register();
    // What is registered first is destroyed last.
    ((DefaultListableBeanFactory) context.getBeanFactory())
        .registerDisposableBean("testDatabase", CONTEXTS::arriveAndDeregister);
  }

  /** As the application sees it. */
  public DataSource app() {
    return source(address.app());
  }

  /** As the owner of the schema: tests only look and prepare with it. */
  public DataSource owner() {
    return source(address.owner());
  }

  /** SQL as the application. */
  public JdbcClient sql() {
    return JdbcClient.create(app());
  }

  /** Empties every table but the ones that migrations or the start of Parley fill. */
  public void empty() {
    execute(
        address.jdbcUrl(),
        address.owner(),
        """
        DO $$ DECLARE names text; BEGIN
          SELECT string_agg(quote_ident(tablename), ', ') INTO names FROM pg_tables
            WHERE schemaname = 'public' AND tablename NOT IN ('plans', 'audit_actions', 'flyway_schema_history', 'scheduled_tasks', 'media_nodes', 'push_keys', 'installation');
          EXECUTE 'TRUNCATE ' || names || ' RESTART IDENTITY CASCADE';
        END $$\
        """);
  }

  private DataSource source(DatabaseAddress.Role role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.jdbcUrl());
    source.setUser(role.name());
    source.setPassword(role.password());
    return source;
  }

  private static void execute(String url, DatabaseAddress.Role role, String statement) {
    try (Connection connection = DriverManager.getConnection(url, role.name(), role.password())) {
      connection.createStatement().execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** Started by whoever asks first, stopped with the JVM. */
  private static final class Server {
    private static final EmbeddedPostgres SERVER = start();
    private static final DatabaseAddress TEMPLATE_ADDRESS = template();

    private static DatabaseAddress template() {
      DatabaseAddress address = SERVER.address(TEMPLATE, "parley_owner", "parley_app");
      SERVER.asSuperuser("ALTER ROLE parley_owner CREATEDB");
      Migrations.run(address);
      return address;
    }

    private static EmbeddedPostgres start() {
      try {
        Path folder = Files.createTempDirectory("parley-test-database");
        PostgresBinaries binaries = PostgresBinaries.bundled(Path.of("target/postgres"));
        // Nothing here needs to survive: no waiting for the disk.
        EmbeddedPostgres server =
            EmbeddedPostgres.start(
                folder, binaries, Map.of("fsync", "off", "max_connections", "300"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    // Contexts close at the same time: jobs of theirs would wait for a database that has gone.
    private static void stop(EmbeddedPostgres server, Path folder) {
      try {
        CONTEXTS.awaitAdvanceInterruptibly(CONTEXTS.arriveAndDeregister(), 20, TimeUnit.SECONDS);
      } catch (InterruptedException | TimeoutException e) {
        System.err.println("A context was not closed before its database: " + e);
      }
      server.close();
      try (var paths = Files.walk(folder)) {
        paths.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      } catch (IOException e) {
        // A temporary folder that stays behind harms nobody.
      }
    }
  }
}
