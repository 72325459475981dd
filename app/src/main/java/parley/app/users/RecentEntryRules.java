package parley.app.users;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import parley.app.shared.ParleySettings;
import parley.app.shared.Recent;

/** The one row of {@code entry_rules} as it was a moment ago. */
@Component
class RecentEntryRules {
  private static final Boolean ONLY = true;

  private final EntryRulesRepository repository;
  private final Recent<Boolean, Optional<EntryRules>> recent;

  RecentEntryRules(EntryRulesRepository repository, ParleySettings settings) {
    this.repository = repository;
    this.recent = new Recent<>(settings.readMemory());
  }

  /** What was set in the console; empty as long as the settings file holds. */
  Optional<EntryRules> find() {
    return recent
        .find(ONLY, () -> Optional.of(repository.find().map(EntryRulesRepository.Kept::rules)))
        .orElseThrow();
  }

  @TransactionalEventListener(
      classes = EntryRulesChanged.class,
      phase = TransactionPhase.AFTER_COMMIT,
      fallbackExecution = true)
  void changed() {
    recent.forgetAll();
  }
}
