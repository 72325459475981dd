package parley.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.ParleySettings;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import tools.jackson.databind.JsonNode;

@ParleyTest
class AuditConsoleModuleTest {
  private static final String AUDIT = "/api/v1/staff/audit";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabase database;
  @Autowired ParleySettings settings;

  private Visitor compliance = new Visitor(0);

  @BeforeEach
  void somebodyWhoMayRead() throws IOException {
    database.empty();
    Files.deleteIfExists(settings.dataDir().resolve("audit-head"));
    compliance = Staffing.visitor(port, jdbc, "compliance");
  }

  @Test
  void entriesAreFoundByActorEntityActionAndTime() {
    Visitor ada = new Visitor(port).signUp("ada@example.org");
    String id = Staffing.idOf(ada).toString();
    String later =
        jdbc.sql("SELECT clock_timestamp()")
            .query(OffsetDateTime.class)
            .single()
            .toInstant()
            .toString();
    ada.patch("/api/v1/users/me", Map.of("displayName", "Countess"));
    assertThat(actions("?actor=" + id)).containsExactly("updated", "logged_in", "signed_up");
    assertThat(actions("?entityType=user&entityId=" + id + "&action=signed_up"))
        .containsExactly("signed_up");
    assertThat(actions("?actor=" + id + "&from=" + later)).containsExactly("updated");
    assertThat(actions("?actor=" + id + "&to=" + later)).containsExactly("logged_in", "signed_up");
    assertThat(compliance.get(AUDIT + "?from=yesterday").status()).isEqualTo(400);
    assertThat(compliance.get(AUDIT + "?actor=ada").status()).isEqualTo(400);
  }

  @Test
  void pagesFollowOneAnother() {
    new Visitor(port).signUp("one@example.org");
    new Visitor(port).signUp("two@example.org");
    List<Long> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = compliance.get(AUDIT + "?limit=2" + cursor).json();
      page.path("items").forEach(entry -> seen.add(entry.path("id").asLong()));
      cursor =
          page.path("nextCursor").isNull() ? "" : "&cursor=" + page.path("nextCursor").asLong();
    } while (!cursor.isEmpty());
    assertThat(seen)
        .isEqualTo(
            jdbc.sql(
                    "SELECT id FROM audit_logs WHERE entity_type <> 'audit_entry' ORDER BY id DESC")
                .query(Long.class)
                .list());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "' OR '1'='1",
        "user'; DROP TABLE audit_logs; --",
        "%",
        "_",
        ":id",
        "?",
        "\\",
        "<script>"
      })
  void whatIsTypedIsNeverACommand(String text) {
    String typed = java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    for (String name : List.of("entityType", "entityId", "action")) {
      Visitor.Answer answer = compliance.get(AUDIT + "?" + name + "=" + typed);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("items")).isEmpty();
    }
  }

  @Test
  void aLookAtOneEntryIsRecordedAndShowsTheWholeAddress() {
    Visitor ada = new Visitor(port).signUp("ada@example.org");
    long id =
        jdbc.sql("SELECT id FROM audit_logs WHERE action = 'signed_up' AND entity_id = :id")
            .param("id", Staffing.idOf(ada).toString())
            .query(Long.class)
            .single();
    JsonNode list = compliance.get(AUDIT).json();
    assertThat(list.toString()).doesNotContain("127.0.0.1").doesNotContain("0:0:0:0");
    JsonNode detail = compliance.get(AUDIT + "/" + id).json();
    assertThat(detail.path("address").asString()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(detail.path("entry").path("after").path("role").asString()).isEqualTo("user");
    assertThat(actions("?action=viewed&entityId=" + id)).hasSize(1);
    assertThat(compliance.get(AUDIT + "/99999").status()).isEqualTo(404);
  }

  @Test
  void everyPageOfTheTrailThatIsShownIsRecorded() {
    compliance.get(AUDIT);
    compliance.get(AUDIT + "?entityType=user");
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM audit_logs WHERE entity_type = 'audit_entry' AND entity_id = 'all'"
                        + " AND action = 'viewed' AND actor_user_id = :staff")
                .param("staff", Staffing.idOf(compliance))
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void anExportIsWholeHarmlessAndRecorded() {
    List<String> bad =
        List.of("=1+1", "+1", "-1", "@x", "\tx", "\rx", "\uFF1Dx", "\uFF0Bx", "\uFF0Dx", "\uFF20x");
    for (String cell : bad) {
      jdbc.sql(
              "INSERT INTO audit_logs (entity_type, entity_id, action) VALUES ('file', :cell, 'viewed')")
          .param("cell", cell)
          .update();
    }
    jdbc.sql(
            """
            INSERT INTO audit_logs (entity_type, entity_id, action)
            SELECT 'meeting', 'a "quoted", id', 'viewed' FROM generate_series(1, 2100)
            """)
        .update();
    Visitor.Answer csv = compliance.post(AUDIT + "/exports", Map.of("format", "csv"));
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"audit-trail.csv\"");
    String text = new String(csv.bytes(), StandardCharsets.UTF_8);
    for (String cell : bad) {
      assertThat(text).contains(",\"'" + cell + "\",").doesNotContain(",\"" + cell);
    }
    assertThat(text).contains("\"a \"\"quoted\"\", id\"");
    long rows = jdbc.sql("SELECT count(*) FROM audit_logs").query(Long.class).single();
    assertThat(text.split("\r\n\"")).hasSize((int) rows + 1);
    Visitor.Answer json =
        compliance.post(AUDIT + "/exports", Map.of("format", "jsonl", "entityType", "file"));
    assertThat(new String(json.bytes(), StandardCharsets.UTF_8).lines()).hasSize(bad.size());
    assertThat(actions("?action=exported")).hasSize(2);
    assertThat(compliance.post(AUDIT + "/exports", Map.of("format", "xls")).status())
        .isEqualTo(400);
  }

  @Test
  void theChainsStateIsTold() {
    JsonNode before = compliance.get(AUDIT + "/chain").json();
    assertThat(before.path("sealedUntil").isNull()).isTrue();
    assertThat(before.path("checked").isNull()).isTrue();
    JsonNode after = compliance.post(AUDIT + "/chain/check", Map.of()).json();
    assertThat(after.path("checked").path("fault").isNull()).isTrue();
  }

  @Test
  void aFaultStaysUntilSomebodyAcknowledgesIt() throws IOException {
    Path head = settings.dataDir().resolve("audit-head");
    Files.writeString(head, "nonsense");
    assertThat(fault(compliance.post(AUDIT + "/chain/check", Map.of()))).contains("audit-head");
    Files.delete(head);
    assertThat(fault(compliance.post(AUDIT + "/chain/check", Map.of()))).contains("audit-head");
    assertThat(compliance.delete(AUDIT + "/chain/fault").status()).isEqualTo(204);
    assertThat(fault(compliance.get(AUDIT + "/chain"))).isEmpty();
    assertThat(fault(compliance.post(AUDIT + "/chain/check", Map.of()))).isEmpty();
    assertThat(actions("?action=accepted&entityId=chain")).hasSize(1);
  }

  private static String fault(Visitor.Answer state) {
    return state.json().path("checked").path("fault").asString("");
  }

  @Test
  void onlyComplianceAndAdministratorsMayRead() {
    assertThat(Staffing.visitor(port, jdbc, "moderator").get(AUDIT).status()).isEqualTo(403);
    assertThat(Staffing.visitor(port, jdbc, "support").get(AUDIT).status()).isEqualTo(403);
    assertThat(new Visitor(port).signUp(UUID.randomUUID() + "@example.org").get(AUDIT).status())
        .isEqualTo(404);
    assertThat(Staffing.visitor(port, jdbc, "admin").get(AUDIT).status()).isEqualTo(200);
  }

  private List<String> actions(String query) {
    List<String> actions = new ArrayList<>();
    compliance
        .get(AUDIT + query)
        .json()
        .path("items")
        .forEach(entry -> actions.add(entry.path("action").asString()));
    return actions;
  }
}
