package parley.app.server.database;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings a schema to what this version needs. */
public final class Migrations {
  private Migrations() {}

  /**
   * Runs, as the owner, what has not run yet. Several nodes may do so at once: one does it, the
   * others wait.
   */
  public static void run(DatabaseAddress address) {
    Flyway.configure()
        .dataSource(address.jdbcUrl(), address.owner().name(), address.owner().password())
        .placeholders(Map.of("app_role", address.app().name()))
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }
}
