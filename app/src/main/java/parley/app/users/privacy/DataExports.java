package parley.app.users.privacy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Ids;
import parley.app.shared.Refusal;
import parley.app.users.ExportStep;

/** Asking for the archive with everything about oneself, and fetching it. */
@Service
class DataExports {
  private final DataExportRepository repository;
  private final ArchiveShelf shelf;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final Clock clock;

  DataExports(
      DataExportRepository repository,
      ArchiveShelf shelf,
      ApplicationEventPublisher events,
      Ids ids,
      Clock clock) {
    this.repository = repository;
    this.shelf = shelf;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /** Refuses with 409 {@code export_under_way} while one is being packed. */
  @Transactional
  DataExport request(UUID userId) {
    UUID id = ids.next();
    if (!repository.insert(id, userId, clock.instant())) {
      throw new Refusal(
          409, "export_under_way", "Your archive is being packed already. It goes on by itself.");
    }
    events.publishEvent(new ExportStep(userId, id, "requested"));
    return repository.find(id).orElseThrow();
  }

  Optional<DataExport> latest(UUID userId) {
    return repository.latest(userId);
  }

  /** The archive. Refuses with 404 for everybody else and once it has expired. */
  @Transactional
  Path fetch(UUID exportId, UUID userId, boolean whole) {
    DataExport export =
        repository
            .find(exportId)
            .filter(found -> found.userId().equals(userId) && found.isReady(clock.instant()))
            .orElseThrow(Refusal::notFound);
    if (whole) {
      events.publishEvent(new ExportStep(userId, export.id(), "downloaded"));
    }
    return shelf.archive(export.id());
  }
}
