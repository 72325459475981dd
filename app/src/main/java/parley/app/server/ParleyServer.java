package parley.app.server;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import parley.app.server.database.DatabaseStart;
import parley.app.server.startup.StartSteps;

/** Starts the process. */
public final class ParleyServer {
  private ParleyServer() {}

  /**
   * Returns once Parley is ready; it runs until the process is told to stop.
   *
   * @param application the class whose package holds the rooms
   * @param arguments of the command line, as {@code --name=value}
   */
  public static void run(Class<?> application, String[] arguments) {
    StartSteps.done("first line of Parley");
    // Libraries format by the locale of the machine where they are not told another.
    Locale.setDefault(Locale.ROOT);
    SpringApplication spring = new SpringApplication(application);
    DatabaseStart database = new DatabaseStart();
    spring.addListeners(database);
    spring.addInitializers(database);
    spring.run(arguments);
  }
}
