package parley.app.login;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import parley.app.shared.PublicUrl;

/**
 * Prints the first administrator's link at every start as long as there is none. It goes into no
 * log.
 */
@Component
class SetupAnnouncement {
  private final FirstAdministrator administrator;
  private final PublicUrl publicUrl;

  SetupAnnouncement(FirstAdministrator administrator, PublicUrl publicUrl) {
    this.administrator = administrator;
    this.publicUrl = publicUrl;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.LOWEST_PRECEDENCE)
  void print() {
    administrator
        .newLink(publicUrl)
        .ifPresent(link -> System.out.println("First administrator: " + link));
  }
}
