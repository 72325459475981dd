package parley.app.staff;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Ids;
import parley.app.users.UserRole;
import parley.app.users.UserSignedUp;

/**
 * Gives whoever becomes a user as an administrator the row in {@code admin_users}, in the same
 * transaction: one is never without the other.
 */
@Component
class FirstAdministratorAppointment {
  private final StaffRepository repository;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final Clock clock;

  FirstAdministratorAppointment(
      StaffRepository repository, ApplicationEventPublisher events, Ids ids, Clock clock) {
    this.repository = repository;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void appoint(UserSignedUp event) {
    if (event.role() == UserRole.ADMIN) {
      repository.set(ids.next(), event.userId(), StaffRole.ADMIN, clock.instant());
      events.publishEvent(new StaffRoleChanged(event.userId(), null, StaffRole.ADMIN, null));
    }
  }
}
