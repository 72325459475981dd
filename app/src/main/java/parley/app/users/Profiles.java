package parley.app.users;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts together what somebody sees of themselves, with what the rooms above know. */
@Component
class Profiles {
  private final RecentUsers users;
  private final Me.Plans plans;
  private final Me.StaffRoles staffRoles;
  private final EntryPolicy policy;

  Profiles(RecentUsers users, Me.Plans plans, Me.StaffRoles staffRoles, EntryPolicy policy) {
    this.users = users;
    this.plans = plans;
    this.staffRoles = staffRoles;
    this.policy = policy;
  }

  Optional<Me> find(UUID id) {
    return users.find(id).map(this::complete);
  }

  private Me complete(User user) {
    return new Me(
        user.id(),
        user.email().value(),
        user.emailVerified(),
        user.fullName(),
        user.displayName(),
        user.phone(),
        user.language(),
        user.timeZone() == null ? null : user.timeZone().getId(),
        user.pictureUrl(),
        user.role().name().toLowerCase(Locale.ROOT),
        user.status().name().toLowerCase(Locale.ROOT),
        user.createdAt(),
        plans.planOf(user.id()),
        staffRoles.staffRoleOf(user.id()),
        policy.mayHost(user));
  }
}
