package parley.app.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parley.app.shared.UserFacts;
import tools.jackson.databind.JsonNode;

/**
 * What happened to a user's account, for staff: with the reason they were given, while it is kept.
 */
@Component
class AuditFacts implements UserFacts {
  private static final int MOST = 30;

  private final EntryRepository repository;
  private final PersonSeal seal;

  AuditFacts(EntryRepository repository, PersonSeal seal) {
    this.repository = repository;
    this.seal = seal;
  }

  /** One change. */
  record Change(
      String action,
      @Nullable UUID by,
      @Nullable JsonNode before,
      @Nullable JsonNode after,
      @Nullable String note,
      Instant at) {}

  @Override
  public String name() {
    return "history";
  }

  @Override
  public List<Change> of(UUID userId, boolean withAddresses) {
    return repository.historyOf(userId, MOST).stream()
        .map(row ->
            new Change(
                row.entry().action(),
                row.entry().actorUserId(),
                row.entry().before(),
                row.entry().after(),
                seal.openNote(Optional.of(userId), row.note()).orElse(null),
                row.entry().createdAt()))
        .toList();
  }
}
