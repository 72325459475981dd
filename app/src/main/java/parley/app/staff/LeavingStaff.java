package parley.app.staff;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parley.app.users.UserDeleted;
import parley.app.users.Users;

/**
 * Takes the role of whoever deletes their account, in the same transaction: restored, the account
 * is like any other.
 */
@Component
class LeavingStaff {
  private final Staff staff;
  private final StaffRows rows;
  private final Users users;
  private final ApplicationEventPublisher events;

  LeavingStaff(Staff staff, StaffRows rows, Users users, ApplicationEventPublisher events) {
    this.staff = staff;
    this.rows = rows;
    this.users = users;
    this.events = events;
  }

  // Who is staff is held by then: requireMayLeave came before.
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void deleted(UserDeleted event) {
    UUID userId = event.userId();
    users
        .find(userId)
        .flatMap(staff::appointed)
        .ifPresent(role -> {
          rows.write(userId, Optional.empty());
          events.publishEvent(new StaffRoleChanged(userId, role, null, userId));
        });
  }
}
