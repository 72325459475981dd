package parley.app.users;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import parley.app.shared.ParleySettings;
import parley.app.shared.Recent;

/**
 * Users as they were a moment ago, to show them; who may do what is decided by the row as it is.
 */
@Component
class RecentUsers {
  private final UserRepository repository;
  private final Recent<UUID, User> recent;

  RecentUsers(UserRepository repository, ParleySettings settings) {
    this.repository = repository;
    this.recent = new Recent<>(settings.readMemory());
  }

  Optional<User> find(UUID id) {
    return recent.find(id, () -> repository.find(id));
  }

  @TransactionalEventListener(
      classes = {
        ProfileChanged.class,
        EmailChanged.class,
        EmailVerified.class,
        RightsChanged.class,
        UserSuspended.class,
        UserRestored.class,
        UserDeleted.class,
        UserReturned.class,
        UserErased.class
      },
      phase = TransactionPhase.AFTER_COMMIT,
      fallbackExecution = true)
  void changed() {
    recent.forgetAll();
  }
}
