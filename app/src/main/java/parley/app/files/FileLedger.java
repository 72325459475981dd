package parley.app.files;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Refusal;

/** The rows of files together with the storage they take: both change or neither. */
@Component
class FileLedger {
  private final FileRepository repository;
  private final StorageQuota quota;
  private final ApplicationEventPublisher events;

  FileLedger(FileRepository repository, StorageQuota quota, ApplicationEventPublisher events) {
    this.repository = repository;
    this.quota = quota;
    this.events = events;
  }

  long available(NewFile file) {
    return quota.available(file.chargedUserId());
  }

  Optional<StoredFile> find(UUID id) {
    return repository.find(id);
  }

  /** Refuses with 409 {@code storage_full}. */
  @Transactional
  public void enter(StoredFile file, UUID chargedUserId) {
    if (!quota.reserve(chargedUserId, file.sizeBytes())) {
      throw storageFull();
    }
    repository.insert(file, chargedUserId);
    events.publishEvent(new FileStored(file));
  }

  @Transactional
  public void delete(UUID id) {
    repository
        .delete(id)
        .ifPresent(deleted -> quota.release(deleted.chargedUserId(), deleted.sizeBytes()));
  }

  static Refusal storageFull() {
    return new Refusal(409, "storage_full", "There is not enough storage left for this file.");
  }
}
