package parley.app.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import parley.app.shared.CurrentPerson;
import parley.app.shared.Ids;
import parley.app.shared.Refusal;

/** Everything that was uploaded. */
@Service
public class StoredFiles {
  private final ObjectStore objects;
  private final FileKeys keys;
  private final TypeSniffer sniffer;
  private final FileLedger ledger;
  private final FileRemovals removals;
  private final List<FileAccess> access;
  private final Ids ids;
  private final Clock clock;

  StoredFiles(
      ObjectStore objects,
      FileKeys keys,
      TypeSniffer sniffer,
      FileLedger ledger,
      FileRemovals removals,
      List<FileAccess> access,
      Ids ids,
      Clock clock) {
    this.objects = objects;
    this.keys = keys;
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
    long available = ledger.available(file);
    long largest = file.type().largestBytes();
    Intake intake = new Intake(bytes, Math.min(largest, available));
    try {
      byte[] head = intake.readNBytes(TypeSniffer.HEAD_BYTES);
      return keep(file, mediaType(file, head), head, intake);
    } catch (Intake.TooLarge tooLarge) {
      throw available < largest ? FileLedger.storageFull() : tooLarge(largest);
    }
  }

  /**
   * The file, if there is one and this person may have it: there is no telling which of the two is
   * missing.
   */
  public Optional<StoredFile> find(UUID id, CurrentPerson person) {
    return ledger.find(id).filter(file -> isOwner(person, file) || isLetIn(person, file));
  }

  /**
   * The bytes of a stored file, opened when they are read; {@link
   * java.nio.file.NoSuchFileException} then, if they are gone.
   */
  public Resource bytesOf(StoredFile file) {
    return new FileBytes(file, this::open);
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

  private String mediaType(NewFile file, byte[] head) {
    if (head.length == 0) {
      throw new Refusal(400, "file_empty", "This file is empty.");
    }
    String mediaType = sniffer.sniff(head, FileName.clean(file.name()));
    if (!file.type().allows(mediaType)) {
      throw new Refusal(415, "file_type_not_allowed", "Files of this kind cannot be stored here.");
    }
    return mediaType;
  }

  private StoredFile keep(NewFile file, String mediaType, byte[] head, Intake rest)
      throws IOException {
    UUID id = ids.next();
    removals.announce(id);
    try {
      return enter(file, described(id, file, mediaType), head, rest);
    } catch (IOException | RuntimeException notEntered) {
      removals.remove(id);
      throw notEntered;
    }
  }

  private StoredFile enter(NewFile file, StoredFile described, byte[] head, Intake rest)
      throws IOException {
    byte[] key = file.type().isSealed() ? keys.make() : null;
    ObjectStore.Content clear =
        out -> {
          out.write(head);
          rest.transferTo(out);
        };
    objects.put(described.id(), key == null ? clear : FileKeys.content(described, key).seal(clear));
    StoredFile stored = described.with(rest.sizeBytes(), rest.checksum());
    ledger.enter(stored, file.chargedUserId(), key);
    return stored;
  }

  private StoredFile described(UUID id, NewFile file, String mediaType) {
    return new StoredFile(
        id,
        file.ownerUserId(),
        file.meetingId(),
        file.type(),
        FileName.clean(file.name()),
        mediaType,
        0,
        "",
        clock.instant());
  }

  private SeekableByteChannel open(StoredFile file) throws IOException {
    if (!file.type().isSealed()) {
      return objects.open(file.id());
    }
    SealedContent sealed =
        keys.find(file).orElseThrow(() -> new NoSuchFileException(file.id().toString()));
    return sealed.open(objects.open(file.id()));
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
