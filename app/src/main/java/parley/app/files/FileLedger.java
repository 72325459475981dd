package parley.app.files;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Refusal;

/** The rows of files together with the storage they take: both change or neither. */
@Component
class FileLedger {
  private final FileRepository repository;
  private final StorageQuota quota;
  private final FileKeys keys;
  private final FileRemovalRepository removals;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  FileLedger(
      FileRepository repository,
      StorageQuota quota,
      FileKeys keys,
      FileRemovalRepository removals,
      ApplicationEventPublisher events,
      Clock clock) {
    this.repository = repository;
    this.quota = quota;
    this.keys = keys;
    this.removals = removals;
    this.events = events;
    this.clock = clock;
  }

  long available(NewFile file) {
    return quota.available(file.chargedUserId());
  }

  Optional<StoredFile> find(UUID id) {
    return repository.find(id);
  }

  /**
   * Refuses with 409 {@code storage_full}. The bytes are announced and kept before.
   *
   * @param key what they are sealed with, if they are
   */
  @Transactional
  public void enter(StoredFile file, UUID chargedUserId, byte @Nullable [] key) {
    if (!removals.delete(file.id())) {
      throw new IllegalStateException("the bytes of this file are not there any more");
    }
    if (!quota.reserve(chargedUserId, file.sizeBytes())) {
      throw storageFull();
    }
    repository.insert(file, chargedUserId);
    if (key != null) {
      keys.keep(file, key);
    }
    events.publishEvent(new FileStored(file));
  }

  /** Notes the bytes for removal. */
  @Transactional
  public void delete(UUID id) {
    repository
        .delete(id)
        .ifPresent(deleted -> {
          removals.insert(id, clock.instant());
          quota.release(deleted.chargedUserId(), deleted.sizeBytes());
        });
  }

  static Refusal storageFull() {
    return new Refusal(409, "storage_full", "There is not enough storage left for this file.");
  }
}
