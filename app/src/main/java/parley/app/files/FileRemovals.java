package parley.app.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes bytes that no row of {@code files} stands for. They are noted before, so that a crash at
 * any moment leaves no bytes that nobody knows of.
 */
@Component
class FileRemovals {
  /** Longer than an upload ever takes: its bytes may go where they are kept as they come. */
  static final Duration UNTIL_ENTERED = Duration.ofDays(1);

  private static final UUID FIRST = new UUID(0, 0);
  private static final int AT_A_TIME = 100;

  private final FileRemovalRepository repository;
  private final ObjectStore objects;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FileRemovals(
      FileRemovalRepository repository,
      ObjectStore objects,
      TransactionTemplate transaction,
      Clock clock) {
    this.repository = repository;
    this.objects = objects;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Notes bytes about to be kept: unless their row is entered, they go. */
  void announce(UUID fileId) {
    repository.insert(fileId, clock.instant().plus(UNTIL_ENTERED));
  }

  /** Deletes these bytes if they are noted; throws if the disk does not, and they stay noted. */
  void remove(UUID fileId) {
    transaction.executeWithoutResult(status -> {
      // Whoever enters the row meanwhile waits for us and then finds no note.
      if (repository.delete(fileId)) {
        delete(fileId);
      }
    });
  }

  /** Deletes all bytes that are due; throws at the end if the disk did not delete some of them. */
  void sweep() {
    var failed = new ArrayList<UncheckedIOException>();
    List<UUID> due = repository.due(clock.instant(), FIRST, AT_A_TIME);
    while (!due.isEmpty()) {
      due.forEach(fileId -> remove(fileId, failed));
      due = repository.due(clock.instant(), due.getLast(), AT_A_TIME);
    }
    if (!failed.isEmpty()) {
      throw failed.getFirst();
    }
  }

  private void remove(UUID fileId, List<UncheckedIOException> failed) {
    try {
      remove(fileId);
    } catch (UncheckedIOException notDeleted) {
      failed.add(notDeleted);
    }
  }

  private void delete(UUID fileId) {
    try {
      objects.delete(fileId);
    } catch (IOException notDeleted) {
      throw new UncheckedIOException(notDeleted);
    }
  }
}
