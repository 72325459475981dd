package parley.app.server.database;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Gives Spring its way into the database: as the role that owns nothing. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  @Bean
  Database database(Environment environment, ObjectProvider<DatabaseStart> begun) {
    DatabaseStart start = begun.getIfAvailable();
    return start == null ? Database.open(environment) : start.await();
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
}
