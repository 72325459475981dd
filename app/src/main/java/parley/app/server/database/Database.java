package parley.app.server.database;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import parley.app.server.keys.InstallationSecret;
import parley.app.server.startup.DataFolderLock;
import parley.app.server.startup.StartSteps;
import parley.app.shared.ParleySettings;
import parley.app.shared.SecretKeys;

/** The database in use, its schema up to date, and how to let go of it at the end. */
record Database(DatabaseAddress address, Runnable stop) implements AutoCloseable {
  private static final String APP_ROLE = "parley_app";
  private static final String OWNER_ROLE = "parley_owner";
  private static final String NAME = "parley";

  /** The one that {@code spring.datasource.url} names, or the embedded one. */
  static Database open(Environment environment) {
    ParleySettings settings = Binder.get(environment).bindOrCreate("parley", ParleySettings.class);
    String url = environment.getProperty("spring.datasource.url");
    Database database =
        url == null || url.isBlank()
            ? embedded(environment, settings)
            : external(environment, settings, url);
    StartSteps.done("schema is up to date");
    return database;
  }

  private static Database external(Environment environment, ParleySettings settings, String url) {
    SecretKeys keys = InstallationSecret.keys(settings);
    return new Database(
        ExternalDatabase.open(environment, url, APP_ROLE, keys, settings.dataDir()), () -> {});
  }

  private static Database embedded(Environment environment, ParleySettings settings) {
    DataFolderLock lock = DataFolderLock.take(settings.dataDir());
    Path folder = settings.dataDir().resolve("postgres");
    String cache = environment.getProperty("parley.database.binaries-dir");
    try {
      PostgresBinaries binaries = PostgresBinaries.bundled(cache == null ? folder : Path.of(cache));
      EmbeddedPostgres server = EmbeddedPostgres.start(folder, binaries, Map.of());
      StartSteps.done("PostgreSQL takes connections");
      return new Database(
          migrated(server),
          () -> {
            server.close();
            lock.close();
          });
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static DatabaseAddress migrated(EmbeddedPostgres server) {
    try {
      DatabaseAddress address = server.address(NAME, OWNER_ROLE, APP_ROLE);
      Migrations.run(address);
      return address;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  @Override
  public void close() {
    stop.run();
  }
}
