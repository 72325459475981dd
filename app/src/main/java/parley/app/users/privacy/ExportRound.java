package parley.app.users.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.shared.PersonalData;
import parley.app.users.ExportReady;
import parley.app.users.ExportStep;

/**
 * Packs the archives that were asked for, one after the other. When a process dies over it, another
 * begins it anew once the lease is over; after three such deaths the export has failed.
 */
@Component
class ExportRound {
  static final Duration VALID_FOR = Duration.ofDays(7);
  private static final Logger log = LoggerFactory.getLogger(ExportRound.class);
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final DataExportRepository repository;
  private final ObjectProvider<PersonalData> rooms;
  private final ArchiveWriter writer;
  private final ArchiveShelf shelf;
  private final ExportNews news;
  private final Clock clock;

  ExportRound(
      DataExportRepository repository,
      ObjectProvider<PersonalData> rooms,
      ArchiveWriter writer,
      ArchiveShelf shelf,
      ExportNews news,
      Clock clock) {
    this.repository = repository;
    this.rooms = rooms;
    this.writer = writer;
    this.shelf = shelf;
    this.news = news;
    this.clock = clock;
  }

  /** Says how far an archive is, and that it is ready in the transaction that makes it so. */
  @Component
  static class ExportNews {
    private final DataExportRepository repository;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;

    ExportNews(
        DataExportRepository repository,
        ApplicationEventPublisher events,
        TransactionTemplate transaction) {
      this.repository = repository;
      this.events = events;
      this.transaction = transaction;
      this.aside =
          new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
      this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Seen by others at once, also while the packer reads in a transaction. */
    void packing(DataExport export, String room, int done, int all, Instant now) {
      aside.executeWithoutResult(status -> {
        if (!repository.packing(export, room, done, all, now.plus(LEASE))) {
          throw new IllegalStateException("this export is not wanted any more");
        }
      });
    }

    /** The archives that nobody may fetch any more now that there is this one. */
    List<UUID> ready(DataExport export, long size, Instant now) {
      return transaction.execute(status -> {
        Instant expiresAt = now.plus(VALID_FOR);
        if (!repository.ready(export, size, now, expiresAt)) {
          return List.of();
        }
        events.publishEvent(new ExportStep(export.userId(), export.id(), "exported"));
        events.publishEvent(new ExportReady(export.userId(), export.id(), expiresAt));
        return repository.expireOlder(export);
      });
    }
  }

  void run() {
    Instant now = clock.instant();
    for (UUID export : repository.giveUp(now)) {
      log.warn("Packing export {} is given up: each of its packers fell silent", export);
    }
    for (Optional<DataExport> next = repository.take(now, now.plus(LEASE));
        next.isPresent();
        next = repository.take(now, now.plus(LEASE))) {
      pack(next.get());
    }
  }

  /** Deletes the archives whose time is over, and whatever else nobody waits for. */
  void tidy() throws IOException {
    repository.expire(clock.instant());
    Set<UUID> lying = shelf.exports();
    lying.removeAll(repository.alive(lying));
    for (UUID unwanted : lying) {
      shelf.remove(unwanted);
    }
  }

  private void pack(DataExport export) {
    try {
      shelf.remove(export.id());
      pack(export, shelf.workpiece(export.id()));
    } catch (IOException | RuntimeException broken) {
      // The message of an exception may quote what it was about; its kind and place do not.
      log.warn("Packing export {} failed with {}", export.id(), broken.getClass().getName());
      repository.failed(export);
    }
  }

  private void pack(DataExport export, Path workpiece) throws IOException {
    try {
      List<PersonalData> all =
          rooms.stream().sorted(Comparator.comparing(PersonalData::name)).toList();
      try (OutputStream out = Files.newOutputStream(workpiece)) {
        writer.write(
            export.userId(),
            all,
            out,
            clock.instant(),
            (room, done) -> news.packing(export, room, done, all.size(), clock.instant()));
      }
      shelf.keep(workpiece, export.id());
      long size = Files.size(shelf.archive(export.id()));
      for (UUID older : news.ready(export, size, clock.instant())) {
        shelf.remove(older);
      }
    } finally {
      Files.deleteIfExists(workpiece);
      // Whoever was erased meanwhile leaves no archive behind.
      if (repository.alive(Set.of(export.id())).isEmpty()) {
        shelf.remove(export.id());
      }
    }
  }
}
