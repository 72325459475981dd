package parley.app.server.database;

import java.util.Map;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import parley.app.shared.ParleySettings;
import parley.app.shared.SecretKeys;

/**
 * Gives Spring the two ways into the database: as the owner to migrate, as the application for
 * everything else.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final String APP_ROLE = "parley_app";
  private static final String OWNER_ROLE = "parley_owner";
  private static final String DATABASE = "parley";

  @Bean
  Database database(Environment environment, ParleySettings settings, SecretKeys keys) {
    String url = environment.getProperty("spring.datasource.url");
    if (url != null && !url.isBlank()) {
      String password = keys.text("database role " + APP_ROLE);
      return new Database(ExternalDatabase.address(environment, url, APP_ROLE, password), () -> {});
    }
    String cache = environment.getProperty("parley.database.binaries-dir");
    PostgresBinaries binaries =
        PostgresBinaries.bundled(
            cache == null ? settings.dataDir().resolve("postgres") : java.nio.file.Path.of(cache));
    EmbeddedPostgres server =
        EmbeddedPostgres.start(settings.dataDir().resolve("postgres"), binaries, Map.of());
    return new Database(server.address(DATABASE, OWNER_ROLE, APP_ROLE), server::close);
  }

  @Bean
  JdbcConnectionDetails appConnection(Database database) {
    return new JdbcConnectionDetails() {
      @Override
      public String getJdbcUrl() {
        return database.address().jdbcUrl();
      }

      @Override
      public String getUsername() {
        return database.address().app().name();
      }

      @Override
      public String getPassword() {
        return database.address().app().password();
      }
    };
  }

  @Bean
  FlywayConnectionDetails ownerConnection(Database database) {
    return new FlywayConnectionDetails() {
      @Override
      public String getJdbcUrl() {
        return database.address().jdbcUrl();
      }

      @Override
      public String getUsername() {
        return database.address().owner().name();
      }

      @Override
      public String getPassword() {
        return database.address().owner().password();
      }
    };
  }

  @Bean
  FlywayConfigurationCustomizer appRoleInMigrations(Database database) {
    return flyway -> flyway.placeholders(Map.of("app_role", database.address().app().name()));
  }
}
