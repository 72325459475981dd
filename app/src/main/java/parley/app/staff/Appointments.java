package parley.app.staff;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Refusal;
import parley.app.users.User;
import parley.app.users.UserStatus;
import parley.app.users.Users;

/**
 * Gives and takes staff roles. Never one's own, and there is always an administrator: both are
 * looked at under a lock, so that it stays so however many ask at once.
 */
@Service
class Appointments {
  private final StaffRepository repository;
  private final Staff staff;
  private final Users users;
  private final ApplicationEventPublisher events;
  private final StaffRows rows;

  Appointments(
      StaffRepository repository,
      Staff staff,
      Users users,
      ApplicationEventPublisher events,
      StaffRows rows) {
    this.repository = repository;
    this.staff = staff;
    this.users = users;
    this.events = events;
    this.rows = rows;
  }

  /**
   * Makes this user's role the given one; empty takes it. Refuses with 409 {@code own_role} or
   * {@code last_administrator}, and with 403 for whoever is no administrator any more.
   */
  @Transactional
  public void change(UUID by, UUID userId, Optional<StaffRole> role) {
    repository.hold();
    if (by.equals(userId)) {
      throw new Refusal(
          409, "own_role", "Nobody changes their own role. Ask another administrator.");
    }
    if (staff.roleOf(by).filter(Permission.STAFF_GRANT::isGivenTo).isEmpty()) {
      throw Refusal.notAllowed();
    }
    User user =
        users
            .find(userId)
            .filter(found -> found.status() != UserStatus.DELETED)
            .orElseThrow(Refusal::notFound);
    Optional<StaffRole> before = staff.appointed(user);
    if (before.equals(role)) {
      return;
    }
    if (before.equals(Optional.of(StaffRole.ADMIN))) {
      requireAnother(userId);
    }
    rows.write(userId, role);
    events.publishEvent(new StaffRoleChanged(userId, before.orElse(null), role.orElse(null), by));
    users.rightsChanged(userId);
  }

  /** Refuses with 409 {@code last_administrator} if no other active administrator is left. */
  @Transactional
  public void requireAnother(UUID userId) {
    repository.hold();
    Set<UUID> administrators = repository.withRole(StaffRole.ADMIN);
    if (!administrators.contains(userId)) {
      return;
    }
    administrators.remove(userId);
    if (users.active(administrators).isEmpty()) {
      throw new Refusal(
          409,
          "last_administrator",
          "This is the only administrator. Make somebody else one first, so that this Parley stays in hands.");
    }
  }
}
