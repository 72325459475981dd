package parley.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import parley.app.server.database.DatabaseStart;
import parley.app.server.startup.StartSteps;

/** The whole product in one process. */
@SpringBootApplication(
    exclude = {FlywayAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@ConfigurationPropertiesScan
public class ParleyApplication {
  public static void main(String[] args) {
    StartSteps.done("first line of Parley");
    SpringApplication application = new SpringApplication(ParleyApplication.class);
    DatabaseStart database = new DatabaseStart();
    application.addListeners(database);
    application.addInitializers(database);
    application.run(args);
  }
}
