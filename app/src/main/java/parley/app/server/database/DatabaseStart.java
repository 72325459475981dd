package parley.app.server.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import parley.app.server.startup.StartSteps;

/**
 * Starts the database as soon as the settings are read, while Spring makes everything that needs
 * none yet.
 */
public final class DatabaseStart
    implements ApplicationListener<SpringApplicationEvent>,
        ApplicationContextInitializer<ConfigurableApplicationContext> {
  private @Nullable CompletableFuture<Database> database;

  @Override
  public void onApplicationEvent(SpringApplicationEvent event) {
    if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
      StartSteps.done("settings are read");
      begin(prepared.getEnvironment());
    } else if (event instanceof ApplicationFailedEvent && database != null) {
      database.thenAccept(Database::close);
    }
  }

  private void begin(Environment environment) {
    CompletableFuture<Database> begun = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("database-start")
        .start(() -> {
          try {
            begun.complete(Database.open(environment));
          } catch (Throwable e) {
            begun.completeExceptionally(e);
          }
        });
    database = begun;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    context.getBeanFactory().registerSingleton("databaseStart", this);
  }

  /** Waits for it. */
  Database await() {
    if (database == null) {
      throw new IllegalStateException("the settings were never read");
    }
    try {
      return database.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
