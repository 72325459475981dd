package parley.app.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.Ids;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;

/** Bytes do not roll back: whatever a crash leaves between them and their row goes later. */
@ParleyTest
class FileRemovalModuleTest {
  @Autowired StoredFiles files;
  @Autowired FileLedger ledger;
  @Autowired FileRemovals removals;
  @Autowired FilePersonalData personal;
  @Autowired FileRepository repository;
  @Autowired FileRemovalRepository noted;
  @Autowired StorageQuota quota;
  @Autowired FileKeys keys;
  @Autowired TypeSniffer sniffer;
  @Autowired LocalDisk disk;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabase database;
  @Autowired TestClock clock;
  @Autowired Ids ids;
  private UUID owner = new UUID(0, 0);

  @BeforeEach
  void somebody() {
    database.empty();
    owner = ids.next();
    jdbc.sql("INSERT INTO users (id, email) VALUES (:id, 'ann@example.org')")
        .param("id", owner)
        .update();
  }

  @Test
  void whatIsStoredStays() throws Exception {
    Path bytes = disk.path(store());
    clock.advance(FileRemovals.UNTIL_ENTERED);
    removals.sweep();
    assertThat(bytes).exists();
    assertThat(noted()).isEmpty();
  }

  @Test
  void aCrashAfterTheRowWentLeavesBytesOnlyUntilTheNextSweep() throws Exception {
    UUID id = store();
    ledger.delete(id);
    assertThat(disk.path(id)).exists();
    removals.sweep();
    assertThat(disk.path(id)).doesNotExist();
    assertThat(noted()).isEmpty();
  }

  @Test
  void aCrashBeforeTheRowIsEnteredLeavesBytesForADay() throws Exception {
    var dying =
        new StoredFiles(disk, keys, sniffer, new DyingLedger(), removals, List.of(), ids, clock);
    assertThatThrownBy(() -> store(dying)).isInstanceOf(Death.class);
    UUID id = noted().getFirst();
    removals.sweep();
    assertThat(disk.path(id)).exists();
    clock.advance(FileRemovals.UNTIL_ENTERED);
    removals.sweep();
    assertThat(disk.path(id)).doesNotExist();
    assertThat(noted()).isEmpty();
  }

  @Test
  void bytesThatWentMeanwhileAreNotEntered() throws Exception {
    UUID id = store();
    StoredFile file = ledger.find(id).orElseThrow();
    files.delete(id);
    assertThatThrownBy(() -> ledger.enter(file, owner, null))
        .isInstanceOf(IllegalStateException.class);
    assertThat(ledger.find(id)).isEmpty();
  }

  @Test
  void anErasureAfterACrashedOneLeavesNoBytes() throws Exception {
    List<UUID> stored = List.of(store(), store(), store());
    // The first erasure died between a row and its bytes.
    ledger.delete(stored.getFirst());
    personal.erase(owner);
    assertThat(stored).noneMatch(id -> Files.exists(disk.path(id)));
    assertThat(jdbc.sql("SELECT count(*) FROM files").query(Long.class).single()).isZero();
    assertThat(noted()).isEmpty();
  }

  @Test
  void bytesThatTheDiskKeepsStayNotedAndHoldNoOthersBack() throws Exception {
    List<UUID> stored = List.of(store(), store(), store());
    stored.forEach(ledger::delete);
    Path stuck = disk.path(stored.getFirst());
    Files.delete(stuck);
    Files.createDirectories(stuck.resolve("in the way"));
    assertThatThrownBy(() -> personal.erase(owner)).isInstanceOf(UncheckedIOException.class);
    assertThat(noted()).containsExactly(stored.getFirst());
    assertThat(disk.path(stored.getLast())).doesNotExist();
    Files.delete(stuck.resolve("in the way"));
    removals.sweep();
    assertThat(stuck).doesNotExist();
    assertThat(noted()).isEmpty();
  }

  private UUID store() throws IOException {
    return store(files);
  }

  private UUID store(StoredFiles files) throws IOException {
    return files
        .store(
            NewFile.of(owner, FileType.AVATAR, "me.png"), new ByteArrayInputStream(Samples.png()))
        .id();
  }

  private List<UUID> noted() {
    return jdbc.sql("SELECT file_id FROM file_removals").query(UUID.class).list();
  }

  /** Nobody catches it, as nobody catches the end of a process. */
  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Where a process dies when the bytes are kept and their row is not entered. */
  private final class DyingLedger extends FileLedger {
    private DyingLedger() {
      super(repository, quota, keys, noted, event -> {}, clock);
    }

    @Override
    public void enter(StoredFile file, UUID chargedUserId, byte @Nullable [] key) {
      throw new Death();
    }
  }
}
