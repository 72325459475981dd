package parley.app.staff;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.shared.Ids;
import parley.app.users.UserRole;
import parley.app.users.Users;

/**
 * Writes a staff role into the two places that say it, which the database compares at the commit.
 */
@Component
class StaffRows {
  private final StaffRepository repository;
  private final Users users;
  private final Ids ids;
  private final Clock clock;

  StaffRows(StaffRepository repository, Users users, Ids ids, Clock clock) {
    this.repository = repository;
    this.users = users;
    this.ids = ids;
    this.clock = clock;
  }

  void write(UUID userId, Optional<StaffRole> role) {
    users.changeRole(userId, userRole(role));
    if (role.filter(StaffRole::hasRow).isPresent()) {
      repository.set(ids.next(), userId, role.get(), clock.instant());
    } else {
      repository.remove(userId);
    }
  }

  private static UserRole userRole(Optional<StaffRole> role) {
    return role.map(given ->
            switch (given) {
              case ADMIN -> UserRole.ADMIN;
              case SUPPORT -> UserRole.SUPPORT;
              case MODERATOR, COMPLIANCE -> UserRole.USER;
            })
        .orElse(UserRole.USER);
  }
}
