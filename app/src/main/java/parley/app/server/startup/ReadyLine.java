package parley.app.server.startup;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import parley.app.shared.PublicUrl;

/** Says where Parley is, once it can serve a meeting. Scripts wait for this line. */
@Component
class ReadyLine {
  private final PublicUrl publicUrl;
  private final Environment environment;

  ReadyLine(PublicUrl publicUrl, Environment environment) {
    this.publicUrl = publicUrl;
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void print() {
    StartSteps.done("ready");
    if (environment.getProperty("parley.start-steps", Boolean.class, false)) {
      System.out.print(
          StartSteps.report(environment.getProperty("parley.launched-at", Long.class, 0L)));
    }
    System.out.println("Parley is ready at " + publicUrl.base());
  }
}
