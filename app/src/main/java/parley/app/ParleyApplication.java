package parley.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import parley.app.server.ParleyServer;

/** The whole product in one process. */
@SpringBootApplication(
    exclude = {FlywayAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@ConfigurationPropertiesScan
public class ParleyApplication {
  public static void main(String[] args) {
    ParleyServer.run(ParleyApplication.class, args);
  }
}
