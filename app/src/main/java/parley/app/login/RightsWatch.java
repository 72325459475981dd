package parley.app.login;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import parley.app.users.RightsChanged;
import parley.app.users.UserSuspended;

/** Ends every session of whoever may do less than before, in the transaction that says so. */
@Component
class RightsWatch {
  private final Sessions sessions;

  RightsWatch(Sessions sessions) {
    this.sessions = sessions;
  }

  @EventListener
  void suspended(UserSuspended event) {
    sessions.endAll(event.userId());
  }

  @EventListener
  void changed(RightsChanged event) {
    sessions.endAll(event.userId());
  }
}
