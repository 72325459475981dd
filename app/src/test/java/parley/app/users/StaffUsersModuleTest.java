package parley.app.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import parley.app.testing.OpenPage;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import tools.jackson.databind.JsonNode;

@ParleyTest
class StaffUsersModuleTest {
  private static final String USERS = "/api/v1/staff/users";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabase database;
  @Autowired TestClock clock;

  private Visitor admin = new Visitor(0);

  @BeforeEach
  void anAdministrator() {
    database.empty();
    admin = Staffing.visitor(port, jdbc, "admin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"adA l", "loveLACE", "ada@EX", "ada@example.org", "%s"})
  void aUserIsFoundByPartsOfNamesAndAddressesAndById(String text) {
    UUID ada = user("ada@example.org", "Ada", "Ada Lovelace");
    user("grace@example.org", "Grace", "Grace Hopper");
    assertThat(found(admin, text.formatted(ada))).containsExactly(ada.toString());
  }

  @Test
  void aModeratorSeesMaskedAddressesAndFindsWholeOnesOnly() {
    UUID ada = user("ada@example.org", "Ada", "Ada Lovelace");
    Visitor moderator = Staffing.visitor(port, jdbc, "moderator");
    assertThat(found(moderator, "example")).isEmpty();
    assertThat(found(moderator, "ada@example.org")).containsExactly(ada.toString());
    JsonNode card = moderator.get(USERS + "/" + ada).json();
    assertThat(card.path("user").path("email").asString()).isEqualTo("a…@e….org");
    assertThat(card.toString()).doesNotContain("ada@example.org");
    assertThat(admin.get(USERS + "/" + ada).json().toString()).contains("ada@example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "' OR '1'='1",
        "'; DROP TABLE users; --",
        "%",
        "_",
        "\\",
        "%%%",
        "$1",
        ":text",
        "?",
        "{{7*7}}",
        "${jndi:ldap://x}",
        "<script>",
        "\u202e",
        "\uff05",
        "' UNION SELECT password_hash FROM users --",
        "*"
      })
  void whatIsTypedIsNeverACommandOrAPattern(String text) {
    user("ada@example.org", "Ada", "Ada Lovelace");
    Visitor.Answer answer = admin.get(USERS + "?q=" + Encoded.of(text));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("items")).isEmpty();
    user("odd@example.net", "x" + text + "y", "");
    assertThat(found(admin, text)).hasSize(1);
    assertThat(jdbc.sql("SELECT count(*) FROM users").query(Long.class).single()).isEqualTo(3);
  }

  @Test
  void anyStatusIsAnyStatus() {
    UUID ada = user("ada@example.org", "Ada", "Ada Lovelace");
    jdbc.sql("UPDATE users SET status = 'deleted', deleted_at = created_at WHERE id = :id")
        .param("id", ada)
        .update();
    assertThat(found(admin, "lovelace")).containsExactly(ada.toString());
    assertThat(ids(admin.get(USERS + "?q=lovelace&status=active").json())).isEmpty();
    assertThat(ids(admin.get(USERS + "?q=lovelace&status=deleted").json()))
        .containsExactly(ada.toString());
  }

  @Test
  void pagesFollowOneAnotherAndChipsNarrow() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      clock.advance(Duration.ofMillis(1));
      Visitor one = new Visitor(port).signUp("page" + i + "@example.net");
      made.addFirst(Staffing.idOf(one).toString());
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = admin.get(USERS + "?limit=3&q=example.net" + cursor).json();
      page.path("items").forEach(line -> seen.add(line.path("id").asString()));
      cursor =
          page.path("nextCursor").isNull() ? "" : "&cursor=" + page.path("nextCursor").asString();
    } while (!cursor.isEmpty());
    assertThat(seen).isEqualTo(made);
    jdbc.sql("UPDATE users SET status = 'suspended' WHERE id = :id")
        .param("id", UUID.fromString(made.getFirst()))
        .update();
    Staffing.give(jdbc, UUID.fromString(made.get(1)), "moderator");
    Staffing.give(jdbc, UUID.fromString(made.get(2)), "support");
    assertThat(ids(admin.get(USERS + "?status=suspended").json())).containsExactly(made.getFirst());
    assertThat(ids(admin.get(USERS + "?role=moderator").json())).containsExactly(made.get(1));
    assertThat(ids(admin.get(USERS + "?role=support").json())).containsExactly(made.get(2));
    assertThat(ids(admin.get(USERS + "?role=king").json())).isEmpty();
    assertThat(admin.get(USERS + "?status=king").status()).isEqualTo(400);
  }

  @Test
  void everyListIsRecordedAndNamesTellNothingElse() {
    UUID ada = user("ada@example.org", "Ada", "Ada Lovelace");
    admin.get(USERS);
    admin.get(USERS + "?status=active");
    JsonNode names = admin.get(USERS + "/names?id=" + ada).json();
    assertThat(names.path("items").get(0).propertyNames())
        .containsExactlyInAnyOrder("id", "displayName");
    assertThat(names.toString()).contains("Ada").doesNotContain("example");
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM audit_logs WHERE actor_user_id = :staff AND action = 'searched'")
                .param("staff", Staffing.idOf(admin))
                .query(Long.class)
                .single())
        .isEqualTo(3);
  }

  @Test
  void everyLookIsRecordedAndShowsNoSecret() {
    Visitor ada = new Visitor(port).signUp("ada@example.org");
    UUID id = Staffing.idOf(ada);
    JsonNode card = admin.get(USERS + "/" + id).json();
    admin.get(USERS + "/" + id);
    admin.get(USERS + "/" + UUID.randomUUID());
    admin.get(USERS + "?q=ada");
    assertThat(card.path("facts").path("sessions")).hasSize(1);
    assertThat(card.path("facts").path("meetings").path("hosted").asInt()).isZero();
    assertThat(card.toString().toLowerCase())
        .doesNotContain(
            "argon", "password", "hash", "token", ada.cookie("parley_session").orElseThrow());
    assertThat(
            jdbc.sql(
                    "SELECT action || ' ' || entity_id FROM audit_logs WHERE actor_user_id = :staff"
                        + " AND action IN ('viewed', 'searched') ORDER BY id")
                .param("staff", Staffing.idOf(admin))
                .query(String.class)
                .list())
        .containsExactly("viewed " + id, "viewed " + id, "searched all");
  }

  @Test
  void aSuspendedUserIsOutAndToldWhyOnlyWithTheRightPassword() {
    Visitor ada = new Visitor(port).signUp("ada@example.org");
    UUID id = Staffing.idOf(ada);
    Map<String, Object> nothing = Map.of();
    String code = ada.post("/api/v1/meetings", nothing).json().path("code").asString();
    JsonNode admitted = ada.post("/api/v1/meetings/" + code + "/join", nothing).json();
    UUID presence = UUID.fromString(admitted.path("presenceId").asString());
    Map<String, String> cookies =
        Map.of(
            "Cookie", "parley_session=" + ada.cookie("parley_session").orElseThrow(),
            "Origin", "http://localhost:" + port);
    try (OpenPage page = new OpenPage(port, cookies)) {
      page.subscribe("user:" + id, null);
      page.next();
      assertThat(suspend(admin, id, "sent unwanted mail")).isEqualTo(204);
      assertThat(page.closeCode()).isPositive();
    }
    assertThat(ada.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(closedFor(presence)).isEqualTo("logged_out");
    assertThat(login("ada@example.org", "correct horse battery").code())
        .isEqualTo("account_suspended");
    assertThat(login("ada@example.org", "wrong").code()).isEqualTo("wrong_credentials");
    assertThat(suspend(admin, id, "again")).isEqualTo(204);
    assertThat(admin.delete(USERS + "/" + id + "/suspension").status()).isEqualTo(204);
    assertThat(ada.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(login("ada@example.org", "correct horse battery").status()).isEqualTo(201);
    assertThat(
            jdbc.sql(
                    "SELECT action FROM audit_logs WHERE entity_id = :id AND action IN ('suspended', 'restored')"
                        + " ORDER BY id")
                .param("id", id.toString())
                .query(String.class)
                .list())
        .containsExactly("suspended", "restored");
  }

  @Test
  void whoMaySuspendWhom() {
    UUID ada = user("ada@example.org", "Ada", "");
    Visitor moderator = Staffing.visitor(port, jdbc, "moderator");
    Visitor support = Staffing.visitor(port, jdbc, "support");
    UUID moderatorId = Staffing.idOf(moderator);
    assertThat(suspend(support, ada, "no")).isEqualTo(403);
    assertThat(suspend(moderator, Staffing.idOf(admin), "no")).isEqualTo(403);
    assertThat(suspend(moderator, Staffing.idOf(support), "no")).isEqualTo(403);
    assertThat(suspend(moderator, moderatorId, "no")).isEqualTo(409);
    assertThat(suspend(admin, Staffing.idOf(admin), "no")).isEqualTo(409);
    assertThat(suspend(moderator, UUID.randomUUID(), "no")).isEqualTo(404);
    assertThat(suspend(moderator, ada, " ")).isEqualTo(400);
    assertThat(suspend(moderator, ada, "x".repeat(501))).isEqualTo(400);
    assertThat(deeds(moderator, ada)).containsExactly("suspend", "end_sessions");
    assertThat(deeds(moderator, Staffing.idOf(admin))).isEmpty();
    assertThat(moderator.delete(USERS + "/" + Staffing.idOf(admin) + "/sessions").status())
        .isEqualTo(403);
    assertThat(admin.get("/api/v1/users/me").status()).isEqualTo(200);
    assertThat(deeds(support, ada)).containsExactly("resend");
    assertThat(deeds(admin, moderatorId))
        .containsExactly("suspend", "end_sessions", "resend", "grant");
    assertThat(suspend(moderator, ada, "yes")).isEqualTo(204);
    assertThat(deeds(moderator, ada)).containsExactly("restore", "end_sessions");
    assertThat(suspend(admin, moderatorId, "yes")).isEqualTo(204);
    assertThat(moderator.get(USERS).status()).isEqualTo(401);
  }

  @Test
  void whoeverDeletedTheirAccountIsKeptFromRestoringIt() {
    Visitor ada = new Visitor(port).signUp("ada@example.org");
    UUID id = Staffing.idOf(ada);
    Visitor moderator = Staffing.visitor(port, jdbc, "moderator");
    ada.post("/api/v1/users/me/deletion", Map.of("confirm", "delete my account"));
    String token =
        login("ada@example.org", "correct horse battery").json().path("restoreToken").asString();
    assertThat(deeds(moderator, id)).containsExactly("suspend");
    assertThat(suspend(moderator, id, "abuse")).isEqualTo(204);
    assertThat(deeds(moderator, id)).containsExactly("restore");
    assertThat(restore(token)).isEqualTo(410);
    assertThat(login("ada@example.org", "correct horse battery").code())
        .isEqualTo("wrong_credentials");
    assertThat(moderator.delete(USERS + "/" + id + "/suspension").status()).isEqualTo(204);
    assertThat(restore(token)).isEqualTo(204);
    assertThat(login("ada@example.org", "correct horse battery").status()).isEqualTo(201);
    assertThat(
            jdbc.sql(
                    "SELECT action || ' ' || (after->>'mayReturn') FROM audit_logs"
                        + " WHERE entity_id = :id AND after->>'mayReturn' IS NOT NULL ORDER BY id")
                .param("id", id.toString())
                .query(String.class)
                .list())
        .containsExactly("suspended false", "restored true");
  }

  @Test
  void sessionsAreEndedAndAMailIsSentAgain() {
    Visitor ada = new Visitor(port).signUp("ada@example.org");
    UUID id = Staffing.idOf(ada);
    long mails = mails();
    assertThat(admin.post(USERS + "/" + id + "/mails", Map.of("kind", "verification")).status())
        .isEqualTo(202);
    assertThat(mails()).isEqualTo(mails + 1);
    assertThat(admin.post(USERS + "/" + id + "/mails", Map.of("kind", "king")).status())
        .isEqualTo(400);
    assertThat(admin.delete(USERS + "/" + id + "/sessions").status()).isEqualTo(204);
    assertThat(ada.get("/api/v1/users/me").status()).isEqualTo(401);
    jdbc.sql("UPDATE users SET email_verified = true").update();
    assertThat(admin.post(USERS + "/" + id + "/mails", Map.of("kind", "verification")).code())
        .isEqualTo("already_verified");
  }

  private Visitor.Answer login(String email, String password) {
    return new Visitor(port).post("/api/v1/sessions", Map.of("email", email, "password", password));
  }

  private static int suspend(Visitor by, UUID whom, String reason) {
    return by.put(USERS + "/" + whom + "/suspension", Map.of("reason", reason)).status();
  }

  private int restore(String token) {
    return new Visitor(port).post("/api/v1/account-restorations", Map.of("token", token)).status();
  }

  private static List<String> deeds(Visitor by, UUID whom) {
    List<String> deeds = new ArrayList<>();
    by.get(USERS + "/" + whom).json().path("deeds").forEach(deed -> deeds.add(deed.asString()));
    return deeds;
  }

  private static List<String> found(Visitor by, String text) {
    return ids(by.get(USERS + "?q=" + Encoded.of(text)).json());
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.path("items").forEach(line -> ids.add(line.path("id").asString()));
    return ids;
  }

  private long mails() {
    return jdbc.sql("SELECT count(*) FROM outgoing_mails").query(Long.class).single();
  }

  private String closedFor(UUID presence) {
    return jdbc.sql("SELECT closed_for FROM meeting_presences WHERE id = :id")
        .param("id", presence)
        .query(String.class)
        .single();
  }

  private UUID user(String email, String displayName, String fullName) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            "INSERT INTO users (id, email, display_name, full_name) VALUES (:id, :email, :display, :full)")
        .param("id", id)
        .param("email", email)
        .param("display", displayName)
        .param("full", fullName)
        .update();
    return id;
  }

  private static final class Encoded {
    static String of(String text) {
      return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}
