package parley.app.login;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;
import parley.app.users.StaffRules;

/** What staff do to whoever should not be in. */
@RestController
class StaffSessionsController {
  private final Sessions sessions;
  private final StaffRules rules;
  private final ApplicationEventPublisher events;

  StaffSessionsController(Sessions sessions, StaffRules rules, ApplicationEventPublisher events) {
    this.sessions = sessions;
    this.rules = rules;
    this.events = events;
  }

  @StepUp
  @DeleteMapping("/api/v1/staff/users/{id}/sessions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  public void endSessions(SignedInUser staff, @PathVariable UUID id) {
    rules.requireMayEndSessions(staff.userId(), id);
    sessions.endAll(id);
    events.publishEvent(new SessionsRevoked(id, staff.userId()));
  }
}
