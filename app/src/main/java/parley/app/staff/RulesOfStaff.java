package parley.app.staff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.shared.Refusal;
import parley.app.users.StaffRules;
import parley.app.users.User;
import parley.app.users.UserRole;
import parley.app.users.UserStatus;
import parley.app.users.Users;

/** What the room of the users asks about staff. Staff itself is touched by administrators only. */
@Component
class RulesOfStaff implements StaffRules {
  private final Staff staff;
  private final StaffRepository repository;
  private final Appointments appointments;
  private final Users users;

  RulesOfStaff(Staff staff, StaffRepository repository, Appointments appointments, Users users) {
    this.staff = staff;
    this.repository = repository;
    this.appointments = appointments;
    this.users = users;
  }

  @Override
  public boolean seesAddresses(UUID asker) {
    return may(asker, Permission.USERS_ADDRESSES);
  }

  @Override
  public Map<UUID, String> rolesOf(Collection<UUID> userIds) {
    Map<UUID, String> roles = new HashMap<>();
    users.find(userIds).stream()
        .filter(user -> user.role() == UserRole.SUPPORT)
        .forEach(user -> roles.put(user.id(), StaffRole.SUPPORT.spelled()));
    repository.rolesOf(userIds).forEach((id, role) -> roles.put(id, role.spelled()));
    return roles;
  }

  @Override
  public Set<UUID> withRole(String word) {
    return StaffRole.parse(word)
        .map(role -> role.hasRow() ? repository.withRole(role) : users.withRole(UserRole.SUPPORT))
        .orElse(Set.of());
  }

  @Override
  public List<String> deeds(UUID asker, User user) {
    if (user.status() == UserStatus.DELETED) {
      return deedsToDeleted(asker, user);
    }
    List<String> deeds = new ArrayList<>();
    boolean own = asker.equals(user.id());
    if (!own && mayTouch(asker, user)) {
      deeds.add(user.isActive() ? "suspend" : "restore");
    }
    if (!own && mayEndSessions(asker, user)) {
      deeds.add("end_sessions");
    }
    if (may(asker, Permission.MAILS_RESEND)) {
      deeds.add("resend");
    }
    if (!own && may(asker, Permission.STAFF_GRANT)) {
      deeds.add("grant");
    }
    return deeds;
  }

  /** Whoever deleted their account can be kept from restoring it. */
  private List<String> deedsToDeleted(UUID asker, User user) {
    return users
        .isReturnBarred(user.id())
        .filter(barred -> mayTouch(asker, user))
        .map(barred -> List.of(barred ? "restore" : "suspend"))
        .orElse(List.of());
  }

  @Override
  public void requireMaySuspend(UUID asker, UUID userId) {
    repository.hold();
    if (asker.equals(userId)) {
      throw new Refusal(409, "own_account", "Nobody suspends or restores themselves.");
    }
    User user = users.find(userId).orElseThrow(Refusal::notFound);
    if (!mayTouch(asker, user)) {
      throw Refusal.notAllowed();
    }
    appointments.requireAnother(userId);
  }

  @Override
  public void requireMayEndSessions(UUID asker, UUID userId) {
    if (!mayEndSessions(asker, users.find(userId).orElseThrow(Refusal::notFound))) {
      throw Refusal.notAllowed();
    }
  }

  @Override
  public void requireMayLeave(UUID userId) {
    appointments.requireAnother(userId);
  }

  private boolean mayTouch(UUID asker, User user) {
    return mayDo(asker, user, Permission.USERS_SUSPEND);
  }

  private boolean mayEndSessions(UUID asker, User user) {
    return mayDo(asker, user, Permission.SESSIONS_END);
  }

  private boolean mayDo(UUID asker, User user, Permission toOthers) {
    return may(asker, staff.appointed(user).isPresent() ? Permission.STAFF_GRANT : toOthers);
  }

  private boolean may(UUID asker, Permission permission) {
    Optional<StaffRole> role = staff.roleOf(asker);
    return role.filter(permission::isGivenTo).isPresent();
  }
}
