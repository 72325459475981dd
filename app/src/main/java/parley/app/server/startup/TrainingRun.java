package parley.app.server.startup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A run only to see which classes a start and the first requests need: the JVM keeps them in a
 * cache and later starts are quick. It ends by itself.
 */
@Component
@ConditionalOnProperty("parley.training")
class TrainingRun {
  @EventListener
  @Order
  void end(ApplicationReadyEvent event) throws IOException, InterruptedException {
    String port =
        event.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port");
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path : new String[] {"/", "/api/v1/config", "/api/v1/users/me"}) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
        client.send(request, HttpResponse.BodyHandlers.discarding());
      }
    }
    System.exit(SpringApplication.exit(event.getApplicationContext()));
  }
}
