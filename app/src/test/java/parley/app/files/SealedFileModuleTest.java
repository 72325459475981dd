package parley.app.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;

/**
 * Identity papers lie on the disk so that nobody reads them without the database and the secret.
 */
@ParleyTest
class SealedFileModuleTest {
  private static final byte[] CANARY = "the canary's passport number".getBytes(UTF_8);

  @LocalServerPort int port;
  @Autowired StoredFiles files;
  @Autowired LocalDisk disk;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabase database;

  private Visitor owner = new Visitor(0);
  private UUID ownerId = new UUID(0, 0);

  @BeforeEach
  void somebody() {
    database.empty();
    owner = new Visitor(port).signUp("owner@example.org");
    ownerId = UUID.fromString(owner.get("/api/v1/users/me").json().path("id").asString());
  }

  @Test
  void theBytesOnTheDiskTellNothing() throws Exception {
    StoredFile file = store(paper());
    byte[] kept = Files.readAllBytes(disk.path(file.id()));
    assertThat(contains(kept, CANARY)).isFalse();
    assertThat(files.bytesOf(file).getContentAsByteArray()).isEqualTo(paper());
    assertThat(file.sizeBytes()).isEqualTo(paper().length);
    assertThat(contains(paper(), CANARY)).isTrue();
  }

  @Test
  void anyPartIsReadAloneAlsoOverHttp() throws Exception {
    byte[] paper = paper();
    StoredFile file = store(paper);
    int from = 150_001;
    try (InputStream bytes = files.bytesOf(file).getInputStream()) {
      assertThat(bytes.skip(from)).isEqualTo(from);
      assertThat(bytes.readNBytes(10)).isEqualTo(Arrays.copyOfRange(paper, from, from + 10));
    }
    var part =
        new Visitor(port)
            .withCookie("parley_session", owner.cookie("parley_session").orElseThrow())
            .with("Range", "bytes=" + from + "-" + (from + 9))
            .get("/api/v1/files/" + file.id());
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(paper, from, from + 10));
  }

  @Test
  void whatWasAlteredOrCutOffIsNotRead() throws Exception {
    StoredFile file = store(paper());
    Path path = disk.path(file.id());
    byte[] kept = Files.readAllBytes(path);
    for (int at : new int[] {0, 100, kept.length / 2, kept.length - 1}) {
      byte[] altered = kept.clone();
      altered[at] ^= 1;
      Files.write(path, altered);
      assertUnreadable(file);
    }
    Files.write(path, Arrays.copyOf(kept, kept.length - 1));
    assertUnreadable(file);
  }

  @Test
  void theBytesOfAnotherFileAreNotReadInItsPlace() throws Exception {
    StoredFile one = store(paper());
    StoredFile two = store(paper());
    Files.copy(disk.path(one.id()), disk.path(two.id()), StandardCopyOption.REPLACE_EXISTING);
    assertUnreadable(two);
    jdbc.sql(
            """
            UPDATE file_keys SET wrapped_key = (SELECT wrapped_key FROM file_keys WHERE file_id = :one)
            WHERE file_id = :two
            """)
        .param("one", one.id())
        .param("two", two.id())
        .update();
    assertThatThrownBy(() -> files.bytesOf(two).getContentAsByteArray())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whoeverIsEnteredAsItsOwnerLaterDoesNotReadIt() throws Exception {
    StoredFile file = store(paper());
    new Visitor(port).signUp("other@example.org");
    jdbc.sql("UPDATE files SET owner_user_id = (SELECT id FROM users WHERE id <> owner_user_id)")
        .update();
    StoredFile taken = jdbc.sql(FileRepository.SELECT).query(FileRepository::file).single();
    assertThat(taken.ownerUserId()).isNotEqualTo(file.ownerUserId());
    assertThatThrownBy(() -> files.bytesOf(taken).getContentAsByteArray())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void withTheFileItsKeyGoesAndAKeptCopyIsWorthNothing() throws Exception {
    StoredFile file = store(paper());
    byte[] copy = Files.readAllBytes(disk.path(file.id()));
    files.delete(file.id());
    assertThat(jdbc.sql("SELECT count(*) FROM file_keys").query(Long.class).single()).isZero();
    Files.write(disk.path(file.id()), copy);
    assertThatThrownBy(() -> files.bytesOf(file).getContentAsByteArray())
        .isInstanceOf(NoSuchFileException.class);
  }

  private void assertUnreadable(StoredFile file) {
    assertThatIOException().isThrownBy(() -> files.bytesOf(file).getContentAsByteArray());
  }

  private StoredFile store(byte[] bytes) throws IOException {
    return files.store(
        NewFile.of(ownerId, FileType.KYC, "passport.png"), new ByteArrayInputStream(bytes));
  }

  // Four segments, the canary in the third.
  private static byte[] paper() {
    byte[] paper = new byte[200_000];
    new Random(7).nextBytes(paper);
    byte[] png = Samples.png();
    System.arraycopy(png, 0, paper, 0, png.length);
    System.arraycopy(CANARY, 0, paper, 150_000, CANARY.length);
    return paper;
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
        .contains(new String(part, java.nio.charset.StandardCharsets.ISO_8859_1));
  }
}
