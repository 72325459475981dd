package parley.app.updates;

import java.util.Set;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import parley.app.shared.UserCredentials;

/**
 * Finds pages whose login session is over without a word to this node: ended on another one,
 * expired, or its user suspended.
 */
@Component
class PageWatch {
  private final UpdateHub hub;
  private final UserCredentials users;

  PageWatch(UpdateHub hub, UserCredentials users) {
    this.hub = hub;
    this.users = users;
  }

  @Scheduled(fixedDelayString = "PT0.5S")
  void look() {
    Set<UUID> over = users.over(hub.sessions());
    if (!over.isEmpty()) {
      hub.recheckSessions(over);
    }
  }
}
