package parley.app.users.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.PersonalData;
import parley.app.shared.PersonalRows;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;

/** Whoever wrote for years has more rows than memory holds. */
@ParleyTest
class ManyRowsModuleTest {
  private static final int MANY = 200_000;
  // Fewer where each is really written and erased, which takes the database long.
  private static final int MESSAGES = 50_000;

  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired PersonalRows rows;
  @Autowired ArchiveWriter writer;
  @Autowired ArchiveShelf shelf;
  @Autowired ExportRound exports;
  @Autowired ErasureRound erasures;
  private Visitor ann = new Visitor(0);
  private UUID userId = new UUID(0, 0);

  @BeforeEach
  void signUp() {
    database.empty();
    ann = new Visitor(port).signUp("ann@example.org");
    userId = Staffing.idOf(ann);
  }

  @Test
  void rowsAreHandedOverBeforeTheLastIsRead() {
    var seen = new AtomicInteger();
    assertThatThrownBy(() -> rows.read(new Breaking(), userId, row -> seen.incrementAndGet()))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(seen.get()).isBetween(MANY - 1000, MANY);
  }

  @Test
  void rowsAreInTheArchiveBeforeTheLastIsRead() {
    var archive = new ByteArrayOutputStream();
    List<Integer> sizes = new ArrayList<>();
    assertThatThrownBy(() ->
            writer.write(
                userId,
                List.of(new Breaking()),
                archive,
                clock.instant(),
                (room, done) -> sizes.add(archive.size())))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(sizes).hasSize(MANY / 10_000).isSorted();
    assertThat(sizes.get(1)).isGreaterThan(10_000);
  }

  @Test
  void allOfThemAreInTheArchiveAndCountedInTheReceipt() throws IOException {
    writeMuch();
    UUID id =
        UUID.fromString(
            ann.post("/api/v1/users/me/exports", Map.of()).json().path("id").asString());
    exports.run();
    Path archive = shelf.archive(id);
    assertThat(lines(archive, "chat.json", "\"message_text\" : \"word ")).isEqualTo(MESSAGES);
    long shown = lines(archive, "index.html", "<dd>word ");
    assertThat(shown).isBetween(100L, 10_000L);
    assertThat(
            lines(
                archive,
                "index.html",
                "And " + (MESSAGES - shown) + " more, all of them in chat.json."))
        .isEqualTo(1);

    ann.post("/api/v1/users/me/deletion", Map.of("confirm", "delete my account"));
    clock.advance(Duration.ofDays(30));
    assertThat(erasures.run()).isEqualTo(1);
    assertThat(
            jdbc.sql("SELECT counts ->> 'chat' FROM erasure_receipts").query(String.class).single())
        .isEqualTo(String.valueOf(MESSAGES));
  }

  private void writeMuch() {
    String meeting =
        ann.post("/api/v1/meetings", Map.of("title", "Mine")).json().path("id").asString();
    jdbc.sql(
            """
            INSERT INTO chat_messages (meeting_id, sender_user_id, sender_name, message_text)
            SELECT :meeting::uuid, :user, 'Ann', 'word ' || n FROM generate_series(1, :many) n
            """)
        .param("meeting", meeting)
        .param("user", userId)
        .param("many", MESSAGES)
        .update();
  }

  private static long lines(Path archive, String entry, String word) throws IOException {
    try (var zip = new ZipFile(archive.toFile());
        var lines =
            new BufferedReader(
                new InputStreamReader(zip.getInputStream(zip.getEntry(entry)), UTF_8))) {
      return lines.lines().filter(line -> line.contains(word)).count();
    }
  }

  /** A room whose very last row cannot be read. */
  private static final class Breaking implements PersonalData {
    @Override
    public String name() {
      return "breaking";
    }

    @Override
    public List<Part> parts(UUID userId) {
      return List.of(
          Part.selected(
              "numbers",
              "SELECT n, md5(n::text) AS word, 1 / ("
                  + MANY
                  + " - n) AS nothing FROM generate_series(1, "
                  + MANY
                  + ") n"));
    }

    @Override
    public void erase(UUID userId) {}
  }
}
