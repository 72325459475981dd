package parley.app.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import parley.app.files.LocalDisk.Arrived;
import parley.app.shared.CurrentPerson;
import parley.app.shared.Ids;
import parley.app.shared.Refusal;

/** Everything that was uploaded. */
@Service
public class StoredFiles {
  private final LocalDisk disk;
  private final TypeSniffer sniffer;
  private final FileLedger ledger;
  private final FileRemovals removals;
  private final List<FileAccess> access;
  private final Ids ids;
  private final Clock clock;

  StoredFiles(
      LocalDisk disk,
      TypeSniffer sniffer,
      FileLedger ledger,
      FileRemovals removals,
      List<FileAccess> access,
      Ids ids,
      Clock clock) {
    this.disk = disk;
    this.sniffer = sniffer;
    this.ledger = ledger;
    this.removals = removals;
    this.access = access;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Stores a stream, which is read once and not closed. Refuses with 413 {@code file_too_large},
   * 415 {@code file_type_not_allowed}, 409 {@code storage_full} or 400 {@code file_empty}; then
   * nothing is kept.
   *
   * @throws IOException if the stream breaks off or the disk does
   */
  public StoredFile store(NewFile file, InputStream bytes) throws IOException {
    Arrived arrived = receive(file, bytes);
    try {
      return keep(file, arrived, mediaType(file, arrived));
    } finally {
      disk.discard(arrived);
    }
  }

  /**
   * The file, if there is one and this person may have it: there is no telling which of the two is
   * missing.
   */
  public Optional<StoredFile> find(UUID id, CurrentPerson person) {
    return ledger.find(id).filter(file -> isOwner(person, file) || isLetIn(person, file));
  }

  /** Where the bytes of a stored file can be read. */
  public Path bytesOf(StoredFile file) {
    return disk.path(file.id());
  }

  /**
   * Deletes row and bytes; nothing happens if there are none. Not for use inside a transaction:
   * bytes do not come back.
   *
   * @throws java.io.UncheckedIOException if the disk does not delete the bytes now; it will be
   *     asked again
   */
  public void delete(UUID id) {
    ledger.delete(id);
    removals.remove(id);
  }

  private Arrived receive(NewFile file, InputStream bytes) throws IOException {
    long available = ledger.available(file);
    long largest = file.type().largestBytes();
    try {
      return disk.receive(bytes, Math.min(largest, available));
    } catch (LocalDisk.TooLarge tooLarge) {
      throw available < largest ? FileLedger.storageFull() : tooLarge(largest);
    }
  }

  private String mediaType(NewFile file, Arrived arrived) {
    if (arrived.sizeBytes() == 0) {
      throw new Refusal(400, "file_empty", "This file is empty.");
    }
    String mediaType = sniffer.sniff(arrived.head(), FileName.clean(file.name()));
    if (!file.type().allows(mediaType)) {
      throw new Refusal(415, "file_type_not_allowed", "Files of this kind cannot be stored here.");
    }
    return mediaType;
  }

  private StoredFile keep(NewFile file, Arrived arrived, String mediaType) throws IOException {
    var stored =
        new StoredFile(
            ids.next(),
            file.ownerUserId(),
            file.meetingId(),
            file.type(),
            FileName.clean(file.name()),
            mediaType,
            arrived.sizeBytes(),
            arrived.checksum(),
            clock.instant());
    removals.announce(stored.id());
    disk.keep(arrived, stored.id());
    try {
      ledger.enter(stored, file.chargedUserId());
    } catch (RuntimeException notEntered) {
      removals.remove(stored.id());
      throw notEntered;
    }
    return stored;
  }

  private boolean isOwner(CurrentPerson person, StoredFile file) {
    return person.user().filter(user -> user.userId().equals(file.ownerUserId())).isPresent();
  }

  private boolean isLetIn(CurrentPerson person, StoredFile file) {
    return access.stream().anyMatch(room -> room.mayRead(person, file));
  }

  private static Refusal tooLarge(long largest) {
    return new Refusal(
        413,
        "file_too_large",
        "This file is larger than the " + largest / (1024 * 1024) + " MB allowed here.");
  }
}
