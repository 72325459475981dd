package parley.app.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;

@ParleyTest
class FileDownloadModuleTest {
  @LocalServerPort int port;
  @Autowired StoredFiles files;
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
  void theOwnerGetsTheBytesAndNobodyElseLearnsOfThem() throws Exception {
    String path = path(FileType.KYC, "id.png", Samples.png());
    assertThat(owner.get(path).bytes()).isEqualTo(Samples.png());
    Answer foreign = new Visitor(port).signUp("other@example.org").get(path);
    Answer absent = owner.get("/api/v1/files/" + UUID.randomUUID());
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.bytes()).isEqualTo(absent.bytes());
    assertThat(new Visitor(port).get(path).status()).isEqualTo(401);
  }

  @Test
  void aPictureIsShownAndAllElseIsSaved() throws Exception {
    Answer picture = owner.get(path(FileType.AVATAR, "me.png", Samples.png()));
    assertThat(picture.header("Content-Type")).isEqualTo("image/png");
    assertThat(picture.header("Content-Disposition")).startsWith("inline;");
    Answer words =
        owner.get(path(FileType.ATTACHMENT, "notes.html", "plain words".getBytes(UTF_8)));
    assertThat(words.header("Content-Type")).startsWith("text/plain");
    assertThat(words.header("Content-Disposition")).startsWith("attachment;");
  }

  @Test
  void nothingDownloadedMayRunOrBeGuessedAt() throws Exception {
    Answer answer = owner.get(path(FileType.ATTACHMENT, "x.pdf", "%PDF-1.7\n".getBytes(UTF_8)));
    assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .containsExactly("default-src 'none'; sandbox; frame-ancestors 'none'");
    assertThat(answer.header("Cache-Control")).contains("private");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
  }

  @Test
  void noNameWritesAHeader() throws Exception {
    for (String name : HostileNames.all().limit(60).toList()) {
      Answer answer =
          owner.get(path(FileType.AVATAR, name + "\r\nX-Evil: 1\r\n.png", Samples.png()));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("X-Evil")).isEmpty();
      assertThat(answer.header("Content-Disposition")).doesNotContain("/", "\\", "..");
    }
  }

  @Test
  void aNameOfAnyLanguageArrives() throws Exception {
    Answer answer = owner.get(path(FileType.AVATAR, "写真 1.png", Samples.png()));
    assertThat(answer.header("Content-Disposition"))
        .contains("filename*=UTF-8''%E5%86%99%E7%9C%9F%201.png");
  }

  @Test
  void aPartCanBeAskedForAndAnUnchangedFileIsNotSentAgain() throws Exception {
    String path = path(FileType.AVATAR, "me.png", Samples.png());
    Answer part =
        new Visitor(port)
            .withCookie("parley_session", session())
            .with("Range", "bytes=1-3")
            .get(path);
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.bytes()).isEqualTo("PNG".getBytes(UTF_8));
    String tag = owner.get(path).header("ETag");
    Answer same =
        new Visitor(port)
            .withCookie("parley_session", session())
            .with("If-None-Match", tag)
            .get(path);
    assertThat(same.status()).isEqualTo(304);
  }

  @Test
  void aPathThatIsNoIdIsNoFile() {
    for (String id : new String[] {"1", "..%2f..%2fsecret.key", "%00", "..", "a%2Fb"}) {
      assertThat(owner.get("/api/v1/files/" + id).status()).isIn(400, 404);
    }
  }

  private String session() {
    return owner.cookie("parley_session").orElseThrow();
  }

  private String path(FileType type, String name, byte[] bytes) throws Exception {
    StoredFile file = files.store(NewFile.of(ownerId, type, name), new ByteArrayInputStream(bytes));
    return "/api/v1/files/" + file.id();
  }
}
