package parley.app.users.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.ParleySettings;
import parley.app.shared.PersonKeys;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;

/**
 * Everything Parley can hold about a person, column by column: all of it is in the export, and
 * after the erasure nothing of it is anywhere.
 */
@ParleyTest
@ExtendWith(OutputCaptureExtension.class)
class CanaryModuleTest {
  private static final String EMAIL = "canary-of-an-address@example.org";
  private static final String FILE = "canary-inside-a-file";

  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired TestClock clock;
  @Autowired ParleySettings settings;
  @Autowired PersonKeys keys;
  @Autowired ExportRound exports;
  @Autowired ErasureRound erasures;
  private Visitor ann = new Visitor(0);
  private UUID userId = new UUID(0, 0);
  private JdbcClient sql;

  @BeforeEach
  void signUp() {
    database.empty();
    sql = JdbcClient.create(database.owner());
    ann = new Visitor(port).signUp(EMAIL);
    userId = UUID.fromString(ann.get("/api/v1/users/me").json().path("id").asString());
  }

  @Test
  void everyTableIsDecidedUpon() {
    Set<String> decided = new TreeSet<>(Decisions.PERSONAL);
    decided.addAll(Decisions.NOBODYS.keySet());
    assertThat(decided).isEqualTo(tables());
  }

  @Test
  void everythingIsExportedAndNothingIsLeftAfterTheErasure(CapturedOutput output) throws Exception {
    Map<String, String> canaries = plant();
    String archive = export();
    SoftAssertions softly = new SoftAssertions();
    canaries.forEach((column, canary) -> {
      if (Decisions.NOT_EXPORTED.containsKey(column)) {
        softly.assertThat(archive).as("the export keeps " + column).doesNotContain(canary);
      } else {
        softly.assertThat(archive).as("the export tells " + column).contains(canary);
      }
    });
    softly.assertThat(archive).contains(EMAIL, FILE);
    softly.assertAll();

    assertThat(
            ann.post("/api/v1/users/me/deletion", Map.of("confirm", "delete my account")).status())
        .isEqualTo(202);
    clock.advance(Duration.ofDays(30));
    assertThat(erasures.run()).isEqualTo(1);
    assertThat(output.getAll()).doesNotContain("could not erase", "not complete", "Exception");

    Map<String, String> searched = new TreeMap<>(canaries);
    searched.put("the address", EMAIL);
    searched.put("inside a file", FILE);
    searched.values().removeIf(word -> word.matches("q\\d{3}"));
    nothingIsLeft(searched);
    searched.forEach((column, canary) ->
        assertThat(output.getAll()).as("logs tell of " + column).doesNotContain(canary));
  }

  @Test
  void whatTheTrailKeepsOfAPersonCannotBeReadAfterTheErasure() {
    byte[] sealed = keys.seal(userId, "198.51.100.7".getBytes(US_ASCII)).orElseThrow();
    ann.post("/api/v1/users/me/deletion", Map.of("confirm", "delete my account"));
    clock.advance(Duration.ofDays(30));
    assertThat(keys.open(userId, sealed)).isPresent();
    erasures.run();
    assertThat(keys.open(userId, sealed)).isEmpty();
  }

  private Map<String, String> plant() throws IOException {
    Map<String, String> given =
        Map.ofEntries(
            Map.entry("users.email", EMAIL),
            Map.entry("users.email_verified", "true"),
            Map.entry("users.time_zone", "Europe/Berlin"),
            Map.entry("users.profile_picture_url", "/api/v1/pictures/canary"),
            Map.entry("outgoing_mails.recipient", EMAIL),
            Map.entry("updates.topic", "user:" + userId),
            Map.entry("update_topics.topic", "user:" + userId),
            Map.entry("audit_logs.entity_type", "user"),
            Map.entry("audit_logs.action", "created"),
            Map.entry("audit_logs.entity_id", userId.toString()),
            Map.entry("audit_logs.actor_ip", "203.0.113.0/24"),
            Map.entry("admin_users.role", "compliance"),
            Map.entry("subscriptions.plan_id", "1"),
            Map.entry("data_exports.status", "expired"));
    var planter = new CanaryPlanter(sql, userId, given);
    Decisions.PERSONAL.stream().sorted().forEach(planter::plant);
    String file = planter.plant("files").get("id").toString();
    Path folder = settings.dataDir().resolve("files").resolve(file.substring(file.length() - 2));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(file), FILE);
    Map<String, String> canaries = new TreeMap<>(planter.canaries());
    // Sealed by the person's key in truth; the column itself never changes.
    canaries.remove("audit_logs.actor_ip_sealed");
    canaries.remove("audit_logs.note_sealed");
    assertThat(canaries).hasSizeGreaterThan(30);
    return canaries;
  }

  private String export() throws IOException {
    Visitor.Answer asked = ann.post("/api/v1/users/me/exports", Map.of());
    assertThat(asked.status()).isEqualTo(202);
    exports.run();
    String id = asked.json().path("id").asString();
    Visitor.Answer archive = ann.get("/api/v1/users/me/exports/" + id + "/archive");
    assertThat(archive.status()).isEqualTo(200);
    var text = new StringBuilder();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive.bytes()))) {
      while (zip.getNextEntry() != null) {
        text.append(new String(zip.readAllBytes(), UTF_8));
      }
    }
    return text.toString();
  }

  private void nothingIsLeft(Map<String, String> canaries) throws IOException {
    SoftAssertions softly = new SoftAssertions();
    for (String table : tables()) {
      String dump =
          String.join(
              "\n", sql.sql("SELECT t::text FROM " + table + " t").query(String.class).list());
      canaries.forEach((column, canary) ->
          softly
              .assertThat(dump.contains(canary) || dump.contains(hex(canary)))
              .as(table + " still holds what was in " + column)
              .isFalse());
    }
    try (var paths = Files.walk(settings.dataDir())) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(path), ISO_8859_1);
        canaries.forEach((column, canary) ->
            softly.assertThat(bytes.contains(canary)).as(path + " holds " + column).isFalse());
      }
    }
    softly.assertAll();
    assertThat(settings.dataDir().resolve("exports")).isEmptyDirectory();
  }

  private Set<String> tables() {
    return new TreeSet<>(
        sql.sql(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history'")
            .query(String.class)
            .list());
  }

  private static String hex(String word) {
    return HexFormat.of().formatHex(word.getBytes(US_ASCII));
  }
}
