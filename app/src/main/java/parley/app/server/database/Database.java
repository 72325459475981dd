package parley.app.server.database;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import parley.app.server.keys.InstallationSecret;
import parley.app.server.startup.DataFolderLock;
import parley.app.server.startup.StartSteps;
import parley.app.shared.ParleySettings;

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
    try {
      Migrations.run(database.address());
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    StartSteps.done("schema is up to date");
    return database;
  }

  private static Database external(Environment environment, ParleySettings settings, String url) {
    String password = InstallationSecret.keys(settings).text("database role " + APP_ROLE);
    return new Database(ExternalDatabase.address(environment, url, APP_ROLE, password), () -> {});
  }

  private static Database embedded(Environment environment, ParleySettings settings) {
    DataFolderLock lock = DataFolderLock.take(settings.dataDir());
    Path folder = settings.dataDir().resolve("postgres");
    String cache = environment.getProperty("parley.database.binaries-dir");
    try {
      PostgresBinaries binaries = PostgresBinaries.bundled(cache == null ? folder : Path.of(cache));
      EmbeddedPostgres server = EmbeddedPostgres.start(folder, binaries, Map.of());
      StartSteps.done("PostgreSQL takes connections");
      Runnable stop =
          () -> {
            server.close();
            lock.close();
          };
      return new Database(server.address(NAME, OWNER_ROLE, APP_ROLE), stop);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public void close() {
    stop.run();
  }
}
