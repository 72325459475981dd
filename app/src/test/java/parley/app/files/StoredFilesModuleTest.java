package parley.app.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.CurrentPerson;
import parley.app.shared.Ids;
import parley.app.shared.ParleySettings;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestDatabase;

@ParleyTest
class StoredFilesModuleTest {
  @Autowired StoredFiles files;
  @Autowired LocalDisk disk;
  @Autowired ParleySettings settings;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabase database;
  @Autowired Ids ids;

  private UUID owner = new UUID(0, 0);

  @BeforeEach
  void somebody() {
    database.empty();
    owner = user();
  }

  @Test
  void whatIsStoredIsThereWithChecksumAndSeenType() throws Exception {
    StoredFile file = store(FileType.AVATAR, "me.jpg", Samples.png());
    assertThat(file.mediaType()).isEqualTo("image/png");
    assertThat(file.sizeBytes()).isEqualTo(Samples.png().length);
    assertThat(file.checksum()).isEqualTo(sha256(Samples.png()));
    assertThat(files.bytesOf(file).getContentAsByteArray()).isEqualTo(Samples.png());
    assertThat(files.find(file.id(), person(owner))).hasValue(file);
    var row = jdbc.sql("SELECT * FROM files").query().singleRow();
    assertThat(row.get("type")).isEqualTo("avatar");
    assertThat(row.get("mime_type")).isEqualTo("image/png");
    assertThat(row.get("storage_url")).isEqualTo("local:" + file.id());
    assertThat(leftInArrivals()).isEmpty();
  }

  @Test
  void onlyItsOwnerIsToldThatItIsThere() throws Exception {
    StoredFile file = store(FileType.KYC, "id.png", Samples.png());
    assertThat(files.find(file.id(), person(user()))).isEmpty();
    assertThat(files.find(file.id(), CurrentPerson.NOBODY)).isEmpty();
    assertThat(files.find(UUID.randomUUID(), person(owner))).isEmpty();
  }

  @Test
  void noNameLeadsOutOfTheFolder() throws Exception {
    Path data = settings.dataDir().toAbsolutePath();
    List<String> before = outside(data);
    for (String name : HostileNames.all().toList()) {
      StoredFile file = store(FileType.AVATAR, name, Samples.png());
      assertThat(disk.path(file.id()).normalize())
          .startsWith(data.resolve("files"))
          .hasFileName(file.id().toString());
    }
    assertThat(outside(data)).isEqualTo(before);
    assertThat(HostileNames.all().count()).isGreaterThan(500);
  }

  @Test
  void whatTheBytesAreDecidesNotTheName() {
    assertThat(refused(FileType.AVATAR, "me.png", "<html><script>".getBytes(UTF_8)).code())
        .isEqualTo("file_type_not_allowed");
    assertThat(
            refused(
                    FileType.AVATAR,
                    "me.png",
                    "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8))
                .code())
        .isEqualTo("file_type_not_allowed");
    assertThat(refused(FileType.KYC, "id.png", "words".getBytes(UTF_8)).status()).isEqualTo(415);
    assertThat(refused(FileType.ATTACHMENT, "x.png", new byte[0]).code()).isEqualTo("file_empty");
    assertNothingKept();
  }

  @Test
  void aFileLargerThanItsKindMayBeIsRefusedAtTheFirstByteTooMany() {
    var endless = new Endless();
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> files.store(NewFile.of(owner, FileType.AVATAR, "x"), endless));
    assertThat(refusal.code()).isEqualTo("file_too_large");
    assertThat(endless.given).isLessThan(FileType.AVATAR.largestBytes() + 1024 * 1024);
    assertNothingKept();
  }

  @Test
  void aBrokenUploadLeavesNothing() {
    InputStream broken =
        new InputStream() {
          private int given;

          @Override
          public int read() throws IOException {
            if (given++ > 100_000) {
              throw new IOException("connection reset");
            }
            return 'x';
          }
        };
    assertThatIOException()
        .isThrownBy(() -> files.store(NewFile.of(owner, FileType.ATTACHMENT, "x"), broken));
    assertNothingKept();
  }

  @Test
  void ofAHundredAtOnceExactlyThoseThatFitAreStored() throws Exception {
    planStorage(10 * 1000);
    Callable<Boolean> upload =
        () -> {
          try {
            store(FileType.AVATAR, "me.png", Samples.png(1000));
            return true;
          } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("storage_full");
            return false;
          }
        };
    try (var people = Executors.newFixedThreadPool(16)) {
      List<Future<Boolean>> uploads =
          people.invokeAll(IntStream.range(0, 100).mapToObj(i -> upload).toList());
      assertThat(uploads.stream().filter(Future::resultNow)).hasSize(10);
    } finally {
      planStorage(2147483648L);
    }
    assertThat(kept()).hasSize(10);
    assertThat(usedBytes()).isEqualTo(10_000);
    assertThat(leftInArrivals()).isEmpty();
  }

  @Test
  void deletingGivesTheStorageBack() throws Exception {
    StoredFile file = store(FileType.AVATAR, "me.png", Samples.png(1000));
    assertThat(usedBytes()).isEqualTo(1000);
    files.delete(file.id());
    files.delete(file.id());
    assertThat(usedBytes()).isZero();
    assertNothingKept();
  }

  @Test
  void anArrivalThatAKilledProcessLeftIsCleared() throws Exception {
    disk.spool(out -> out.write(Samples.png()));
    assertThat(leftInArrivals()).hasSize(1);
    disk.clearArrivals();
    assertThat(leftInArrivals()).isEmpty();
  }

  @Test
  void anUploadIsInTheAuditTrailWithoutItsName() throws Exception {
    StoredFile file = store(FileType.KYC, "passport of canary.png", Samples.png());
    String row =
        jdbc.sql("SELECT a::text FROM audit_logs a WHERE entity_id = :id AND action = 'uploaded'")
            .param("id", file.id().toString())
            .query(String.class)
            .single();
    assertThat(row).contains("image/png").doesNotContain("canary");
  }

  private StoredFile store(FileType type, String name, byte[] bytes) throws IOException {
    return files.store(NewFile.of(owner, type, name), new ByteArrayInputStream(bytes));
  }

  private Refusal refused(FileType type, String name, byte[] bytes) {
    return catchThrowableOfType(Refusal.class, () -> store(type, name, bytes));
  }

  private void assertNothingKept() {
    assertThat(jdbc.sql("SELECT count(*) FROM files").query(Long.class).single()).isZero();
    assertThat(kept()).isEmpty();
    assertThat(leftInArrivals()).isEmpty();
    assertThat(usedBytes()).isZero();
  }

  private long usedBytes() {
    return jdbc.sql("SELECT used_bytes FROM storage_usage WHERE user_id = :owner")
        .param("owner", owner)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  private void planStorage(long bytes) throws Exception {
    try (var connection = database.owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("UPDATE plans SET max_storage_bytes = " + bytes + " WHERE slug = 'free'");
    }
  }

  // Only files of this test: the folder is shared with the tests before it, whose rows are gone.
  private List<Path> kept() {
    return jdbc.sql("SELECT id FROM files").query(UUID.class).list().stream()
        .map(disk::path)
        .filter(Files::exists)
        .toList();
  }

  private List<String> leftInArrivals() {
    return walk(settings.dataDir().resolve("files/arriving"));
  }

  private static List<String> outside(Path data) {
    return walk(data).stream()
        .filter(path -> !path.startsWith(data.resolve("files").toString()))
        .toList();
  }

  private static List<String> walk(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(Path::toString)
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException none) {
      return List.of();
    }
  }

  private static CurrentPerson person(UUID userId) {
    var user = new SignedInUser(userId, UUID.randomUUID());
    return new CurrentPerson(Optional.of(user), List.of(), true);
  }

  private UUID user() {
    UUID id = ids.next();
    jdbc.sql("INSERT INTO users (id, email) VALUES (:id, :email)")
        .param("id", id)
        .param("email", id + "@example.org")
        .update();
    return id;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return java.util.HexFormat.of()
        .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** A picture that never ends. */
  private static final class Endless extends InputStream {
    private final byte[] begin = Samples.png();
    private long given;

    @Override
    public int read() {
      return given < begin.length ? begin[(int) given++] & 0xff : (int) (given++ & 0x7f);
    }
  }
}
