package parley.app.users.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import parley.app.shared.ParleySettings;
import parley.app.shared.PersonalData;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ParleyTest
class PrivacyModuleTest {
  private static final String EXPORTS = "/api/v1/users/me/exports";
  private static final String DELETION = "/api/v1/users/me/deletion";
  private static final Map<String, String> YES = Map.of("confirm", "Delete my account");
  private static final Map<String, String> LOGIN =
      Map.of("email", "ann@example.org", "password", "correct horse battery");

  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired ParleySettings settings;
  @Autowired ExportRound exports;
  @Autowired ErasureRound erasures;
  @Autowired DataExportRepository repository;
  @Autowired ArchiveWriter writer;
  @Autowired ArchiveShelf shelf;
  @Autowired ExportRound.ExportNews news;
  private Visitor ann = new Visitor(0);

  @BeforeEach
  void signUp() {
    database.empty();
    FileSystemUtils.deleteRecursively(settings.dataDir().resolve("exports").toFile());
    ann = new Visitor(port).signUp("ann@example.org");
  }

  @Test
  void anArchiveIsPackedAndFetchedByItsOwnerForSevenDays() throws Exception {
    String id = ann.post(EXPORTS, Map.of()).json().path("id").asString();
    assertThat(latest().path("status").asString()).isEqualTo("waiting");
    assertThat(ann.get(EXPORTS + "/" + id + "/archive").status()).isEqualTo(404);
    exports.run();
    assertThat(latest().path("status").asString()).isEqualTo("ready");
    Visitor.Answer archive = ann.get(EXPORTS + "/" + id + "/archive");
    assertThat(archive.header("Content-Disposition")).startsWith("attachment;");
    assertThat(archive.header("Cache-Control")).contains("no-store");
    Map<String, String> entries = unzip(archive.bytes());
    JsonNode users = new JsonMapper().readTree(entries.get("users.json"));
    assertThat(users.path(0).path("email").asString()).isEqualTo("ann@example.org");
    assertThat(entries.get("index.html")).contains("ann@example.org", "<h2>login");
    assertThat(mails()).contains("Your archive is ready");
    Visitor eve = new Visitor(port).signUp("eve@example.org");
    assertThat(eve.get(EXPORTS + "/" + id + "/archive").status()).isEqualTo(404);
    clock.advance(Duration.ofDays(7));
    exports.tidy();
    assertThat(settings.dataDir().resolve("exports")).isEmptyDirectory();
    ann.post("/api/v1/sessions", LOGIN);
    assertThat(ann.get(EXPORTS + "/" + id + "/archive").status()).isEqualTo(404);
    assertThat(latest().path("status").asString()).isEqualTo("expired");
  }

  @Test
  void anArchiveHoldsNothingThatProvesAnAddress() throws Exception {
    String link =
        jdbc.sql("SELECT substring(text_body FROM 'token=(\\S+)') FROM outgoing_mails")
            .query(String.class)
            .single();
    assertThat(link).hasSizeGreaterThan(20);
    assertThat(archive()).doesNotContain(link, "Confirm your");
    jdbc.sql("UPDATE users SET email_verified = true").update();
    assertThat(archive()).contains("outgoing_mails").doesNotContain(link);
  }

  @Test
  void thereIsOneAtATime() {
    assertThat(ann.post(EXPORTS, Map.of()).status()).isEqualTo(202);
    assertThat(ann.post(EXPORTS, Map.of()).code()).isEqualTo("export_under_way");
    exports.run();
    assertThat(ann.post(EXPORTS, Map.of()).status()).isEqualTo(202);
  }

  @Test
  void aNewArchiveReplacesTheOneBefore() throws IOException {
    archive();
    String first = latest().path("id").asString();
    clock.advance(Duration.ofMillis(1));
    archive();
    assertThat(ann.get(EXPORTS + "/" + first + "/archive").status()).isEqualTo(404);
    assertThat(folder().resolve(first + ".zip")).doesNotExist();
    assertThat(folder().resolve(latest().path("id").asString() + ".zip")).exists();
  }

  @Test
  void whatBreaksLeavesNoHalfArchive() {
    ann.post(EXPORTS, Map.of());
    packing(() -> {
      throw new IllegalStateException("broken");
    });
    assertThat(latest().path("status").asString()).isEqualTo("failed");
    assertThat(folder()).isEmptyDirectory();
  }

  @Test
  void whoeverIsErasedDuringThePackingLeavesNoArchive() {
    UUID id = UUID.fromString(ann.post(EXPORTS, Map.of()).json().path("id").asString());
    packing(() -> jdbc.sql("DELETE FROM data_exports WHERE id = :id").param("id", id).update());
    assertThat(folder()).isEmptyDirectory();
  }

  @Test
  void filesThatNobodyWaitsForAreSweptAway() throws IOException {
    archive();
    UUID gone = UUID.randomUUID();
    Files.createFile(folder().resolve(gone + ".zip"));
    Files.createFile(folder().resolve(gone + "123.part"));
    exports.tidy();
    assertThat(folder().toFile().list()).containsExactly(latest().path("id").asString() + ".zip");
  }

  @Test
  void askingAndFetchingNeedAFreshProof() {
    String id = ann.post(EXPORTS, Map.of()).json().path("id").asString();
    exports.run();
    clock.advance(Duration.ofMinutes(11));
    assertThat(ann.post(EXPORTS, Map.of()).code()).isEqualTo("step_up_needed");
    assertThat(ann.get(EXPORTS + "/" + id + "/archive").code()).isEqualTo("step_up_needed");
    assertThat(ann.post(EXPORTS + "/" + id + "/opening", Map.of()).code())
        .isEqualTo("step_up_needed");
    assertThat(ann.post(DELETION, YES).code()).isEqualTo("step_up_needed");
  }

  @Test
  void whatAKilledProcessLeftIsPackedAnew() {
    String id = ann.post(EXPORTS, Map.of()).json().path("id").asString();
    Instant now = clock.instant();
    assertThat(repository.take(now, now.plus(Duration.ofMinutes(10)))).isPresent();
    exports.run();
    assertThat(latest().path("status").asString()).isEqualTo("packing");
    clock.advance(Duration.ofMinutes(10));
    exports.run();
    assertThat(latest().path("status").asString()).isEqualTo("ready");
    assertThat(settings.dataDir().resolve("exports").resolve(id + ".zip")).exists();
  }

  @Test
  void whatKilledThreeProcessesIsGivenUp() {
    ann.post(EXPORTS, Map.of());
    for (int death = 1; death <= 3; death++) {
      Instant now = clock.instant();
      assertThat(repository.take(now, now.plus(Duration.ofMinutes(10)))).isPresent();
      exports.run();
      assertThat(latest().path("status").asString()).isEqualTo("packing");
      clock.advance(Duration.ofMinutes(10));
    }
    assertThat(repository.take(clock.instant(), clock.instant())).isEmpty();
    exports.run();
    assertThat(latest().path("status").asString()).isEqualTo("failed");
    ann.post("/api/v1/sessions", LOGIN);
    assertThat(ann.post(EXPORTS, Map.of()).status()).isEqualTo(202);
  }

  @Test
  void ofAPersonNothingIsLeftInTheirRowButWhatOthersReferTo() {
    jdbc.sql("UPDATE users SET password_changed_at = created_at").update();
    ann.post(DELETION, YES);
    clock.advance(Duration.ofDays(30));
    erasures.run();
    assertThat(
            jdbc.sql("SELECT jsonb_object_keys(jsonb_strip_nulls(to_jsonb(u))) FROM users u")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(
            "id",
            "email",
            "email_verified",
            "display_name",
            "role",
            "status",
            "two_fa_enabled",
            "created_at",
            "deleted_at",
            "erased_at");
  }

  @Test
  void nobodyIsDeletedByASlip() {
    assertThat(ann.post(DELETION, Map.of("confirm", "delete")).code()).isEqualTo("invalid_request");
    assertThat(ann.post(DELETION, Map.of()).code()).isEqualTo("invalid_request");
    assertThat(ann.get("/api/v1/users/me").status()).isEqualTo(200);
  }

  @Test
  void whoGoesIsOutEverywhereAtOnceAndTheirMeetingsAreCancelled() {
    JsonNode meeting = ann.post("/api/v1/meetings", Map.of("title", "Mine")).json();
    assertThat(ann.post(DELETION, YES).status()).isEqualTo(202);
    assertThat(ann.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(
            jdbc.sql("SELECT count(*) FROM login_sessions WHERE ended_at IS NULL")
                .query(Long.class)
                .single())
        .isZero();
    Visitor.Answer joined =
        new Visitor(port)
            .post(
                "/api/v1/meetings/" + meeting.path("code").asString() + "/join",
                Map.of("displayName", "Guest"));
    assertThat(joined.code()).isEqualTo("meeting_ended");
    assertThat(new Visitor(port).post("/api/v1/users", signUpAgain()).code())
        .isEqualTo("email_taken");
  }

  @Test
  void loggingInOffersTheWayBack() {
    ann.post(DELETION, YES);
    Visitor.Answer refused = new Visitor(port).post("/api/v1/sessions", LOGIN);
    assertThat(refused.code()).isEqualTo("account_deleted");
    String token = refused.json().path("restoreToken").asString();
    Visitor back = new Visitor(port);
    assertThat(back.get("/api/v1/account-restorations?token=" + token).status()).isEqualTo(200);
    assertThat(back.post("/api/v1/account-restorations", Map.of("token", token)).status())
        .isEqualTo(204);
    assertThat(back.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(back.post("/api/v1/sessions", LOGIN).status()).isEqualTo(201);
    assertThat(back.post("/api/v1/account-restorations", Map.of("token", token)).code())
        .isEqualTo("restore_link_used");
    assertThat(mails()).contains("Your account is deleted", "Your account is restored");
  }

  @Test
  void aWrongPasswordLearnsNothingOfADeletedAccount() {
    ann.post(DELETION, YES);
    Visitor.Answer wrong =
        new Visitor(port)
            .post(
                "/api/v1/sessions",
                Map.of("email", "ann@example.org", "password", "something else"));
    assertThat(wrong.code()).isEqualTo("wrong_credentials");
  }

  @Test
  void theMailedLinkRestoresForThirtyDaysAndNotLonger() {
    ann.post(DELETION, YES);
    String body =
        jdbc.sql("SELECT text_body FROM outgoing_mails WHERE subject = 'Your account is deleted'")
            .query(String.class)
            .single();
    String token = body.replaceAll("(?s).*restore#token=(\\S{43}).*", "$1");
    clock.advance(Duration.ofDays(30).minusSeconds(1));
    assertThat(erasures.run()).isZero();
    assertThat(ann.get("/api/v1/account-restorations?token=" + token).status()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    assertThat(ann.post("/api/v1/account-restorations", Map.of("token", token)).status())
        .isEqualTo(410);
    assertThat(new Visitor(port).post("/api/v1/sessions", LOGIN).code())
        .isEqualTo("wrong_credentials");
  }

  @Test
  void theReceiptCountsWhatWentAndTellsNobody() {
    ann.post("/api/v1/meetings", Map.of("title", "Mine"));
    ann.post(DELETION, YES);
    clock.advance(Duration.ofDays(30));
    assertThat(erasures.run()).isEqualTo(1);
    assertThat(erasures.run()).isZero();
    String receipt =
        jdbc.sql("SELECT r::text FROM erasure_receipts r").query(String.class).single();
    assertThat(receipt)
        .contains("\"\"meetings\"\": 1", "\"\"users\"\": 1", "audit trail")
        .doesNotContain("ann");
    assertThat(new Visitor(port).post("/api/v1/users", signUpAgain()).status()).isEqualTo(201);
  }

  @Test
  void theLastAdministratorStays() {
    jdbc.sql(
            "WITH a AS (UPDATE users SET role = 'admin' RETURNING id) INSERT INTO admin_users (id, user_id, role) SELECT ?, id, 'admin' FROM a")
        .param(UUID.randomUUID())
        .update();
    ann.post("/api/v1/sessions", LOGIN);
    assertThat(ann.post(DELETION, YES).code()).isEqualTo("last_administrator");
  }

  @Test
  void theTrailTellsOfAllOfIt() throws IOException {
    String id = ann.post(EXPORTS, Map.of()).json().path("id").asString();
    exports.run();
    ann.get(EXPORTS + "/" + id + "/archive");
    ann.post(DELETION, YES);
    clock.advance(Duration.ofDays(30));
    erasures.run();
    List<String> actions =
        jdbc.sql("SELECT entity_type || ' ' || action FROM audit_logs ORDER BY id")
            .query(String.class)
            .list();
    assertThat(actions)
        .containsSubsequence(
            "data_export requested",
            "data_export exported",
            "data_export downloaded",
            "user deleted",
            "user erased");
  }

  /** Packs while this happens in the middle of it. */
  private void packing(Runnable event) {
    var room =
        new PersonalData() {
          @Override
          public String name() {
            return "a room";
          }

          @Override
          public List<Part> parts(UUID userId) {
            return List.of();
          }

          @Override
          public List<PersonalFile> files(UUID userId) {
            event.run();
            return List.of();
          }

          @Override
          public void erase(UUID userId) {}
        };
    var rooms =
        new ObjectProvider<PersonalData>() {
          @Override
          public Stream<PersonalData> stream() {
            return Stream.of(room);
          }
        };
    new ExportRound(repository, rooms, writer, shelf, news, clock).run();
  }

  private Path folder() {
    return settings.dataDir().resolve("exports");
  }

  private String archive() throws IOException {
    String id = ann.post(EXPORTS, Map.of()).json().path("id").asString();
    exports.run();
    return unzip(ann.get(EXPORTS + "/" + id + "/archive").bytes()).toString();
  }

  private JsonNode latest() {
    return ann.get(EXPORTS + "/latest").json().path("export");
  }

  private List<String> mails() {
    return jdbc.sql("SELECT subject FROM outgoing_mails").query(String.class).list();
  }

  private static Map<String, String> signUpAgain() {
    Map<String, String> form = new HashMap<>(LOGIN);
    form.put("displayName", "Ann again");
    return form;
  }

  private static Map<String, String> unzip(byte[] archive) throws IOException {
    Map<String, String> entries = new HashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return entries;
  }
}
