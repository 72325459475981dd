package parley.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import parley.app.server.database.DatabaseAddress;

/**
 * Points a context at a fresh database and registers it there, so that tests can have it injected.
 */
final class PostgresInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestDatabase database = TestDatabase.fresh();
    DatabaseAddress address = database.address();
    TestPropertyValues.of(
            "spring.datasource.url=" + address.jdbcUrl(),
            "spring.datasource.username=" + address.app().name(),
            "spring.datasource.password=" + address.app().password(),
            "spring.flyway.user=" + address.owner().name(),
            "spring.flyway.password=" + address.owner().password(),
            "spring.datasource.hikari.minimum-idle=0",
            "parley.media.udp-port=0",
            "parley.media.tcp-port=0",
            "parley.data-dir=" + folder())
        .applyTo(context);
    context.getBeanFactory().registerSingleton("testDatabase", database);
    database.usedBy(context);
  }

  private static String folder() {
    try {
      return Files.createTempDirectory("parley-test").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
