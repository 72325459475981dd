package parley.app.staff;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import parley.app.shared.ParleySettings;
import parley.app.shared.Recent;
import parley.app.users.Me;

/**
 * Who was staff a moment ago. Everybody's page asks for it, and few are; what staff may do is
 * decided by {@link Staff}, by the rows as they are.
 */
@Component
class RecentStaff implements Me.StaffRoles {
  private static final Boolean ALL = true;

  private final StaffRepository repository;
  private final Recent<Boolean, Map<UUID, StaffRole>> recent;

  RecentStaff(StaffRepository repository, ParleySettings settings) {
    this.repository = repository;
    this.recent = new Recent<>(settings.readMemory());
  }

  @Override
  public @Nullable String staffRoleOf(UUID userId) {
    StaffRole role =
        recent.find(ALL, () -> Optional.of(repository.roles())).orElseThrow().get(userId);
    return role == null ? null : role.spelled();
  }

  @TransactionalEventListener(
      classes = StaffRoleChanged.class,
      phase = TransactionPhase.AFTER_COMMIT,
      fallbackExecution = true)
  void changed() {
    recent.forgetAll();
  }
}
